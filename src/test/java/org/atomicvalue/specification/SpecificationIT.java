package org.atomicvalue.specification;

import org.atomicvalue.checkers.tlc.junit.TlcModels;

/** The models that {@link SpecificationTest} leaves out because they take long. */
@TlcModels(folder = "spec/models", library = "spec", classes = "src/main/java/org/atomicvalue", slow = true)
class SpecificationIT extends SpecificationTest {}
