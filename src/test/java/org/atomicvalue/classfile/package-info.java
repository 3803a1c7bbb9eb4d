/**
 * Proves that the class file takes exactly the steps of its specification, for every value and every number of threads;
 * and proves the same of any jar.
 */
@OfLink(Link.CLASS_FILE)
package org.atomicvalue.classfile;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
