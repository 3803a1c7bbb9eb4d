// Package bench measures parallel reads of a holder of a pointer to an integer.
// ValueReadBenchmark.java is the same in Java; ./run runs both.
package bench

import (
	"sync/atomic"
	"testing"
)

func BenchmarkValue(b *testing.B) {
	var holder atomic.Value
	holder.Store(new(int))
	b.RunParallel(func(loop *testing.PB) {
		for loop.Next() {
			expectZero(holder.Load().(*int))
		}
	})
}

// BenchmarkPointer reads the one-word holder that Go has had since 1.19: its AtomicReference.
func BenchmarkPointer(b *testing.B) {
	var holder atomic.Pointer[int]
	holder.Store(new(int))
	b.RunParallel(func(loop *testing.PB) {
		for loop.Next() {
			expectZero(holder.Load())
		}
	})
}

// BenchmarkNothing shows what the loop around the others costs.
func BenchmarkNothing(b *testing.B) {
	b.RunParallel(func(loop *testing.PB) {
		for loop.Next() {
		}
	})
}

func expectZero(pointer *int) {
	if *pointer != 0 {
		panic("read something other than 0, which is all that has been written")
	}
}
