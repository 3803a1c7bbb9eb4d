package org.atomicvalue.checkers.steps;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A class whose accesses can be taken one at a time, with one instance of it, whose words can be read and set. The words
 * are its non-final instance fields, all of them, in alphabetical order.
 */
public final class SteppedClass {

  private final Class<?> type;
  private final List<Site> sites;
  private final List<Field> words;
  private final Replay replay = new Replay();
  private final Object instance;
  private final Object[] wordsAtFirst;
  private final BitSet performed = new BitSet();

  /** How to make an instance of the class, given its instrumented form. */
  @FunctionalInterface
  public interface Creation {

    /** With the constructor without parameters. */
    Creation PLAIN = type -> type.getDeclaredConstructor().newInstance();

    Object instanceOf(Class<?> type) throws ReflectiveOperationException;
  }

  private SteppedClass(Class<?> type, List<Site> sites, Creation creation) throws ReflectiveOperationException {
    this.type = type;
    this.sites = sites;
    this.words = Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .toList();
    words.forEach(field -> field.setAccessible(true));
    type.getField(Instrumenter.REPLAY_FIELD).set(null, replay);
    this.instance = creation.instanceOf(type);
    replay.setSubject(instance);
    this.wordsAtFirst = readWords();
  }

  /**
   * Instruments a compiled class and makes an instance.
   *
   * @param original the class, whose class file is found where it was loaded from
   * @param source the file that it was compiled from, for the labels
   * @throws NotConformable if something shared could happen in the class that is not a labelled access
   */
  public static SteppedClass load(Class<?> original, Path source, Creation creation) {
    try (InputStream file = original.getResourceAsStream(original.getSimpleName() + ".class")) {
      return load(original.getName(), file.readAllBytes(), source, creation);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the class file of " + original, e);
    }
  }

  /** The same for a class file that is not on the class path. */
  public static SteppedClass load(String name, byte[] classFile, Path source, Creation creation) {
    try {
      ClassLoader parent = SteppedClass.class.getClassLoader();
      Instrumenter.Instrumented instrumented =
          Instrumenter.instrument(classFile, new SourceLabels(source), parent);
      Class<?> type = new OneClass(name, instrumented.classFile(), parent).load();
      return new SteppedClass(type, instrumented.sites(), creation);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("cannot load " + name + " with source " + source, e);
    }
  }

  /** The value of one of the class's constants, for example a sentinel. */
  public Object constant(String field) {
    try {
      Field constant = type.getDeclaredField(field);
      constant.setAccessible(true);
      return constant.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " has no constant " + field, e);
    }
  }

  /** The instrumented class. */
  public Class<?> type() {
    return type;
  }

  /** The labels of all accesses. */
  public Set<String> labels() {
    return sites.stream().map(Site::label).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Gives the words of the instance the values that they had when it was new. */
  public void renew() {
    writeWords(wordsAtFirst);
  }

  /** The names of the fields that the steps are about. */
  public List<String> words() {
    return words.stream().map(Field::getName).toList();
  }

  Site site(int id) {
    return sites.get(id);
  }

  List<Site> sites() {
    return sites;
  }

  /** Those accesses that have never been performed on the instance. */
  List<Site> neverPerformed() {
    return sites.stream().filter(site -> !performed.get(site.id())).toList();
  }

  Object[] readWords() {
    Object[] values = new Object[words.size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = words.get(i).get(instance);
      }
      return values;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeWords(Object[] values) {
    try {
      for (int i = 0; i < values.length; i++) {
        words.get(i).set(instance, values[i]);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a call as {@link Replay#run} says, on an instance whose words have these values. */
  Replay.Run run(Call call, Object[] wordsBefore, List<Object> past, boolean performNext) {
    writeWords(wordsBefore);
    Replay.Run run = replay.run(() -> call.makeOn(instance), past, performNext);
    if (run.performedSite() >= 0) {
      performed.set(run.performedSite());
    }
    return run;
  }

  /** Defines the instrumented class; all others are those of the tests. */
  private static final class OneClass extends ClassLoader {
    private final String name;
    private final byte[] classFile;

    OneClass(String name, byte[] classFile, ClassLoader parent) {
      super(parent);
      this.name = name;
      this.classFile = classFile;
    }

    Class<?> load() {
      return defineClass(name, classFile, 0, classFile.length);
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
      if (!wanted.equals(name)) {
        return super.loadClass(wanted, resolve);
      }
      Class<?> loaded = findLoadedClass(wanted);
      return loaded == null ? load() : loaded;
    }
  }
}
