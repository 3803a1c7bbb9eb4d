module atomicvalue/bench

go 1.19
