// The stories, as JSON. A step is the thread that moves, and what to say after it.
explorer.stories = [
{
  "id": "first-store",
  "title": "The first store",
  "graph": "AtomicValue_2",
  "programs": [["store(a1)"], ["load()"]],
  "about": "The object is empty. Thread t1 is about to store a1, whose class is A; then t2 will load.",
  "steps": [
    [1, "t1 calls store(a1). Nothing has been touched yet."],
    [1, "t1 reads the type word and finds null: perhaps t1 is the first."],
    [1, "One compare-and-set from null to CLAIMED: now t1, and nobody else, may write the data word."],
    [1, "The value is in place, but nobody looks at it while the type word says CLAIMED. The object still counts as empty."],
    [1, "t1 publishes the class. This is the linearization point ◆: from this instant the object holds a1."],
    [1, "store returns."],
    [2, "t2 calls load."],
    [2, "t2 finds a class in the type word, so there is a value in the data word."],
    [2, "t2 reads a1. For a load that finds a value, this is the linearization point."],
    [2, "load returns a1. Both calls are done, in the order of their diamonds."]
  ]
},
{
  "id": "waiting-writer",
  "title": "The second writer waits",
  "graph": "AtomicValue_2",
  "programs": [["store(a1)"], ["store(a2)"]],
  "about": "Two threads store values of the same class. The one that comes second meets the sentinel.",
  "steps": [
    [1, "t1 calls store(a1)."],
    [1, "t1 finds null."],
    [1, "t1 claims the type word."],
    [2, "Now t2 calls store(a2)."],
    [2, "t2 finds CLAIMED: a first store is in flight, and nobody but t1 may write. t2 has to wait."],
    [2, "A round of waiting. In Java this is Thread.onSpinWait, and after 128 rounds Thread.yield."],
    [2, "t2 looks again: still CLAIMED. The state is one in which it has been before: a cycle in the graph."],
    [1, "t1 writes its value."],
    [2, "t2 goes on waiting."],
    [1, "t1 publishes the class A ◆. The cycle has an exit now."],
    [2, "t2 looks again and finds its own class, so it may simply overwrite."],
    [1, "t1 returns."],
    [2, "t2 overwrites the data word ◆: a2 replaces a1."],
    [2, "t2 returns. The stores took effect in the order t1, t2."]
  ]
},
{
  "id": "refused-type",
  "title": "The refused type",
  "graph": "AtomicValue_2",
  "programs": [["store(a1)"], ["store(b1)", "load()"]],
  "about": "t1 stores a value of class A. Then t2 tries to store b1, of class B.",
  "steps": [
    [1, "t1 calls store(a1)."],
    [1, "t1 finds null."],
    [1, "t1 claims the type word."],
    [1, "t1 writes the value."],
    [1, "t1 publishes the class A ◆. From now on the class is settled for ever."],
    [1, "t1 returns."],
    [2, "t2 calls store(b1)."],
    [2, "t2 finds class A where it brings a B. The call is refused, and this read is its linearization point ◆."],
    [2, "store throws a ClassCastException and has changed nothing."],
    [2, "To be sure, t2 loads."],
    [2, "There is a value."],
    [2, "t2 reads a1 ◆."],
    [2, "A refused call leaves no trace."]
  ]
},
{
  "id": "load-during-sentinel",
  "title": "A load meets the sentinel",
  "graph": "AtomicValue_2",
  "programs": [["store(a1)"], ["load()", "load()"]],
  "about": "Readers never wait. What does a load return while a first store is half done?",
  "steps": [
    [1, "t1 calls store(a1)."],
    [1, "t1 finds null."],
    [1, "t1 claims the type word."],
    [1, "t1 writes a1 into the data word. The value is there, yet it has not been published."],
    [2, "t2 calls load."],
    [2, "t2 finds CLAIMED, which counts as empty ◆. It does not even look at the data word."],
    [2, "load returns null at once. It did not wait for t1: load is wait-free."],
    [1, "t1 publishes the class A ◆. Had the load returned a1 before, it would have seen a value before it was there."],
    [2, "t2 loads again."],
    [2, "Now it finds a class."],
    [2, "t2 reads a1 ◆."],
    [2, "The second load returns a1."],
    [1, "t1 returns. Its call overlapped both loads and took effect between them."]
  ]
},
{
  "id": "halted-writer",
  "title": "A first writer halts",
  "graph": "AtomicValue_3",
  "programs": [["store(a1)"], ["store(b1)"], ["load()"]],
  "about": "What if the first writer never runs again after its claim? Go pins it to its processor; Java cannot.",
  "steps": [
    [1, "t1 calls store(a1)."],
    [1, "t1 finds null."],
    [1, "t1 claims the type word. And there it halts: suspended by a debugger, say."],
    [2, "t2 calls store(b1)."],
    [2, "t2 finds CLAIMED."],
    [2, "t2 waits a round."],
    [2, "t2 looks again: still CLAIMED."],
    [2, "Another round. As long as t1 does not run, these two steps are all that t2 can do: a store is not wait-free."],
    [3, "t3 calls load."],
    [3, "t3 finds CLAIMED, which counts as empty ◆."],
    [3, "load returns null. Readers go on, whoever halts."],
    [2, "t2 would go round here for ever. WaitFreeAtomicValue has no such moment: see the last story."]
  ],
  "halts": [1, 3]
},
{
  "id": "race",
  "title": "Two first stores race",
  "graph": "AtomicValue_2",
  "programs": [["store(a1)"], ["store(b1)"]],
  "about": "Both threads find the object empty, and they bring different classes. Only one can win.",
  "steps": [
    [1, "t1 calls store(a1)."],
    [2, "t2 calls store(b1)."],
    [1, "t1 finds null."],
    [2, "t2 finds null as well. Both believe that they may be first."],
    [2, "t2 is quicker: its compare-and-set succeeds."],
    [1, "t1's compare-and-set fails, because the type word is not null any more. It looks again."],
    [2, "t2 writes b1."],
    [2, "t2 publishes the class B ◆."],
    [1, "t1 finds class B where it brings an A, and is refused ◆."],
    [2, "t2 returns."],
    [1, "t1's store throws a ClassCastException. In the graph, the two winners are two halves with no way across."]
  ]
},
{
  "id": "declared-type",
  "title": "A declared type",
  "graph": "AtomicValue_2_declared",
  "programs": [["store(a1)"], ["store(b1)", "load()"]],
  "about": "The constructor was given the class A. The object is empty, and yet its type word is settled from the start.",
  "steps": [
    [1, "t1 calls store(a1)."],
    [1, "t1 finds its own class in the type word. Nothing has to be claimed: there is no first store any more."],
    [2, "t2 calls store(b1). A value of class B can never go in, so the call is refused before it looks at anything."],
    [2, "store throws a ClassCastException."],
    [2, "t2 loads."],
    [2, "t2 finds a class, so it looks at the data word."],
    [2, "There is nothing yet: the object is still empty ◆."],
    [1, "t1 writes a1 ◆. Whoever stores where a type was declared never waits for anybody."],
    [2, "load returns null."],
    [1, "store returns."]
  ]
},
{
  "id": "wait-free",
  "title": "Without a sentinel: WaitFreeAtomicValue",
  "graph": "WaitFreeAtomicValue_2",
  "programs": [["store(a1)"], ["store(a2)"]],
  "about": "In Java an object carries its class, so one word can say all. Here the type word is only a cache.",
  "steps": [
    [1, "t1 calls store(a1)."],
    [1, "The cache is empty."],
    [1, "One compare-and-exchange installs a1 and settles the class ◆. The store has taken effect, though it is not over."],
    [2, "t1 halts before it has filled the cache. t2 calls store(a2)."],
    [2, "The cache is still empty, so t2 has to find out."],
    [2, "Its exchange fails and shows it a1, of its own class A: t2 may go on."],
    [2, "t2 fills the cache on behalf of t1, so that later writers need not ask."],
    [2, "t2 overwrites a1 with a2 ◆."],
    [2, "t2 has returned, and nobody waited for anybody."],
    [1, "If t1 runs again, it writes into the cache what is there already."],
    [1, "t1 returns."]
  ]
}
];
