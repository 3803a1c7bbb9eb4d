package org.atomicvalue.checkers.steps;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class whose accesses can be taken one at a time, with one instance of it, whose words can be read and set. The
 * words are its non-final instance fields, all of them, in alphabetical order.
 */
public final class SteppedClass {

  private final Class<?> type;
  private final List<Site> sites;
  private final Instrumenter.Instrumented code;
  private final Nest nest;
  private final List<Field> words;
  private final Replay replay = new Replay();
  private final Object instance;
  private final Object[] wordsAtFirst;
  private final BitSet performed = new BitSet();

  /** How to make an instance of the class, given its instrumented form. */
  @FunctionalInterface
  public interface Creation {

    /** With the constructor without parameters. */
    Creation PLAIN = type -> {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    };

    Object instanceOf(Class<?> type) throws ReflectiveOperationException;
  }

  private SteppedClass(Nest nest, Instrumenter.Instrumented code, Class<?> type, Creation creation)
      throws ReflectiveOperationException {
    this.nest = nest;
    this.code = code;
    this.type = type;
    this.sites = code.sites();
    this.words = Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .toList();
    words.forEach(field -> field.setAccessible(true));
    Field replayField = type.getDeclaredField(Instrumenter.REPLAY_FIELD);
    replayField.setAccessible(true);
    replayField.set(null, replay);
    nestTypes(type, nest);
    this.instance = creation.instanceOf(type);
    replay.setSubject(instance);
    this.wordsAtFirst = readWords();
  }

  /**
   * Instruments a compiled class, with the types nested in it, and makes an instance.
   *
   * @param original the class, whose class file is found where it was loaded from
   * @param source the file that it was compiled from, for the labels
   * @throws NotConformable if there is an access without a label, or a label without an access
   */
  public static SteppedClass load(Class<?> original, Path source, Creation creation) {
    ClassLoader loader = original.getClassLoader();
    String name = original.getName();
    return load(name, classFile(loader, name.replace('.', '/')), source, creation, loader);
  }

  /** The same for a class file that is not on the class path, without types nested in it. */
  public static SteppedClass load(String name, byte[] classFile, Path source, Creation creation) {
    return load(name, classFile, source, creation, SteppedClass.class.getClassLoader());
  }

  private static SteppedClass load(
      String name, byte[] classFile, Path source, Creation creation, ClassLoader parent) {
    Nest nest = new Nest(classFile, internalName -> classFile(parent, internalName), parent);
    try {
      Instrumenter.Instrumented code = Instrumenter.instrument(nest, new SourceLabels(source));
      Class<?> type = Class.forName(name, true, new NestLoader(code.classFiles(), parent));
      return new SteppedClass(nest, code, type, creation);
    } catch (IOException e) {
      throw new NotConformable("cannot read the source of " + name + ", " + source.toAbsolutePath()
          + ", which has the labels: " + e);
    } catch (InvocationTargetException e) {
      throw new NotConformable("cannot create an instance of " + name + ": " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new NotConformable("cannot create an instance of " + name + ": " + e
          + "; say how by a SteppedClass.Creation");
    }
  }

  private static byte[] classFile(ClassLoader loader, String internalName) {
    try (InputStream file = loader.getResourceAsStream(internalName + ".class")) {
      if (file == null) {
        throw new NotConformable("no class file for " + internalName.replace('/', '.'));
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new NotConformable("cannot read the class file of " + internalName + ": " + e);
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

  /** Those accesses of the source that have never been performed on the instance, in none of the compiler's copies. */
  List<Site> neverPerformed() {
    Set<String> places = performed.stream().mapToObj(id -> sites.get(id).location()).collect(Collectors.toSet());
    return sites.stream().filter(site -> !places.contains(site.location())).toList();
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

  /**
   * Runs a call as {@link Replay#run} says, on an instance whose words have these values.
   *
   * @param choice which outcome the performed step is to have, where code of the client may do several things
   */
  Replay.Run run(
      Call call, Object[] wordsBefore, List<Replay.Observation> past, boolean performNext, int choice) {
    writeWords(wordsBefore);
    Replay.Run run = AnyOf.during(replay, () -> replay.run(() -> call.makeOn(instance), past, performNext, choice));
    if (run.performed() != null) {
      performed.set(run.performed().site());
    }
    return run;
  }

  /** The type of each word, as the class declares it. */
  List<Class<?>> wordTypes() {
    return words.stream().<Class<?>>map(Field::getType).toList();
  }

  FrameShape frame(int shape) {
    return code.frames().get(shape);
  }

  Object instance() {
    return instance;
  }

  /** Whether an object is of the class's own making, so that its fields can be looked into. */
  boolean isOfNest(Object object) {
    return object.getClass().getClassLoader() == type.getClassLoader();
  }

  /** The fields of an object of the class's own making, with those that it inherits from nested types. */
  List<Field> fieldsOf(Object object) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> owner = object.getClass(); owner.getClassLoader() == type.getClassLoader(); owner =
        owner.getSuperclass()) {
      Arrays.stream(owner.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()))
          .forEach(fields::add);
    }
    return fields;
  }

  /** What is there before any call: the objects that the class, its nested types and the instance refer to. */
  Set<Object> lastingObjects() {
    Set<Object> lasting = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    nestTypes(type, nest).forEach(owner -> Arrays.stream(owner.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .forEach(field -> addValueOf(field, null, open)));
    open.add(instance);
    while (!open.isEmpty()) {
      Object object = open.remove();
      if (lasting.add(object) && isOfNest(object)) {
        fieldsOf(object).forEach(field -> addValueOf(field, object, open));
      }
    }
    return lasting;
  }

  private static void addValueOf(Field field, Object owner, Deque<Object> values) {
    try {
      field.setAccessible(true);
      Object value = field.get(owner);
      if (value != null) {
        values.add(value);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The class and the types nested in it that the source names, initialized. */
  private static List<Class<?>> nestTypes(Class<?> type, Nest nest) {
    return Stream.concat(Stream.of(type.getName()), nest.nestedTypes().stream()).<Class<?>>map(name -> {
      try {
        return Class.forName(name, true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      } catch (LinkageError e) {
        throw new NotConformable("the static initializer of " + name + " fails: " + e.getCause()
            + "; so the first use of it would be another one than those that follow");
      }
    }).toList();
  }

  /**
   * Fails if something shared could happen in these calls that is not a labelled step, or if the class has other
   * methods that could change an object and are not left out by name, or if it gives functions something that the
   * specification does not know.
   */
  void requireConformable(Client client) {
    Entries entries = new Entries(nest, code.methods());
    Set<MethodFacts> reached = entries.requireConformable(
        client.calls().stream().map(Call::signature).collect(Collectors.toCollection(LinkedHashSet::new)),
        client.leftOut());
    Functions.requireKnown(reached, client);
  }

  /** Defines the instrumented classes; all others are those of the tests. */
  private static final class NestLoader extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    NestLoader(Map<String, byte[]> classFiles, ClassLoader parent) {
      super(parent);
      this.classFiles = classFiles;
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
      byte[] classFile = classFiles.get(wanted);
      if (classFile == null) {
        return super.loadClass(wanted, resolve);
      }
      synchronized (getClassLoadingLock(wanted)) {
        Class<?> loaded = findLoadedClass(wanted);
        return loaded == null ? defineClass(wanted, classFile, 0, classFile.length) : loaded;
      }
    }
  }
}
