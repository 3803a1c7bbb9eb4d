/** The names of a specification's actions beside the lines of Java that perform them. */
package org.atomicvalue.checkers.labels;
