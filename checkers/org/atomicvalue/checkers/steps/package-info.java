/**
 * Compares a compiled class with its specification in TLA+, step by step. {@link
 * org.atomicvalue.checkers.steps.StepConformance} is where to begin; {@code docs/step-conformance.md} explains how it
 * works and what it assumes. Nothing here knows which class it compares.
 */
package org.atomicvalue.checkers.steps;
