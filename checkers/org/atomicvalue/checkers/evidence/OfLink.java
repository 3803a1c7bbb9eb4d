package org.atomicvalue.checkers.evidence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which link of the chain the tests of a class belong to, or those of a package where its classes do not say. */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface OfLink {

  Link value();

  /** Reads what is said. */
  final class Reader {

    private Reader() {}

    /** The link of a class; empty if neither it nor its package says one. */
    public static Optional<Link> of(Class<?> type) {
      return Stream.of(type, type.getPackage())
          .flatMap(place -> Stream.ofNullable(place.getAnnotation(OfLink.class)))
          .map(OfLink::value)
          .findFirst();
    }
  }
}
