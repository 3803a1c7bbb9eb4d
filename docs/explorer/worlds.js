// Where a play can be, and where it can go from there: graphs and counter-examples of TLC's, and what their values are
// called on the page. Nothing here knows of the page itself.
'use strict';
explorer.worlds = (() => {
  const plain = value => value.replace(/^"|"$/g, '');
  const named = value => value === 'Null' ? 'null' : value === 'Claimed' ? 'CLAIMED' : plain(value);
  const callText = ([op, expected, value]) =>
    op === 'load' ? 'load()'
      : op === 'compareAndSwap' ? `compareAndSwap(${named(expected)},${named(value)})`
        : `${op}(${named(value)})`;
  const NO_RESULT = 'none';
  const kind = value => ({ Null: 'null', Claimed: 'claimed' })[value] ?? value[0].toLowerCase();

  function outcome(result) {
    const text = named(result);
    return text === 'void' ? 'done' : /Exception|Error/.test(text) ? 'throws ' + text : '→ ' + text;
  }

  /** A graph of TLC's, walked by clients with fixed programs. A position is a state and how many calls each has begun. */
  class Played {
    constructor(graph, programs, declared) {
      this.graph = graph;
      this.declared = declared;
      this.module = graph.module;
      this.threads = graph.threads;
      this.programs = graph.threads.map((_, t) => programs[t] || []);
      const known = graph.calls.map(callText);
      this.numbers = this.programs.map(program => program.map(call => {
        const number = known.indexOf(call);
        if (number < 0) {
          throw new Error(`TLC has not explored ${call} with ${graph.threads.length} threads`);
        }
        return number;
      }));
      this.request = graph.actions.indexOf('Request');
      this.initial = { state: 0, begun: graph.threads.map(() => 0) };
    }

    key(position) {
      return position.state + ':' + position.begun;
    }

    steps(position) {
      const steps = [];
      for (const [thread, action, target] of this.graph.steps[position.state]) {
        const begun = position.begun.slice();
        if (action === this.request) {
          const call = this.graph.ofThread[this.graph.states[target][1 + thread]][1];
          if (this.numbers[thread][begun[thread]] !== call) {
            continue;
          }
          begun[thread]++;
        }
        steps.push({ thread, action: this.graph.actions[action], to: { state: target, begun } });
      }
      return steps;
    }

    view(position) {
      const graph = this.graph;
      const row = graph.states[position.state];
      const words = graph.ofWords[row[0]];
      const contract = graph.ofContract[row[row.length - 1]];
      return {
        words: graph.words.map((name, i) => ({ name, value: words[i] })),
        type: words[graph.words.indexOf('type')],
        data: words[graph.words.indexOf('data')],
        value: contract[0],
        status: contract[1],
        threads: graph.threads.map((name, t) => {
          const [pc, call, result] = graph.ofThread[row[1 + t]];
          return { name, pc, call: graph.calls[call], result, begun: position.begun[t] };
        })
      };
    }
  }

  /** The counter-example of a seeded bug: one way only, perhaps back to where it was. A position is a state. */
  class Counterexample {
    constructor(bug) {
      this.bug = bug;
      this.module = bug.module;
      this.threads = bug.threads;
      this.initial = { state: 0 };
      this.begun = [];    // per state, how many calls each thread has begun
      this.programs = bug.threads.map(() => []);
      const isIn = (state, t) => bug.states[state].threads[t][1][0] !== 'none';
      bug.states.forEach((state, i) => this.begun.push(bug.threads.map((_, t) => {
        if (isIn(i, t) && (i === 0 || !isIn(i - 1, t))) {
          this.programs[t].push(callText(state.threads[t][1]));
        }
        return this.programs[t].length;
      })));
    }

    key(position) {
      return String(position.state);
    }

    steps(position) {
      const next = this.bug.steps[position.state];
      return next ? [{ thread: next[0], action: next[1], to: { state: next[2] } }] : [];
    }

    view(position) {
      const bug = this.bug;
      const state = bug.states[position.state];
      const [value, status] = bug.contracts ? bug.contracts[position.state] : [];
      return {
        words: bug.words.map((name, i) => ({ name, value: state.words[i] })),
        type: state.words[bug.words.indexOf('type')],
        data: state.words[bug.words.indexOf('data')],
        value,
        status,
        threads: bug.threads.map((name, t) => {
          const [pc, call, result] = state.threads[t];
          return { name, pc, call, result, begun: this.begun[position.state][t] };
        })
      };
    }
  }

  /** Whether a step is the linearization point of its thread's call. */
  function isPoint(before, after, thread) {
    return !!before.status && before.status[thread] === 'requested' && after.status[thread] === 'responding';
  }

  /** All positions that can be reached, each with the step by which it was reached first. */
  function explore(of) {
    const found = new Map([[of.key(of.initial), { position: of.initial, depth: 0 }]]);
    for (const [key, node] of found) {
      for (const step of of.steps(node.position)) {
        const target = of.key(step.to);
        if (!found.has(target)) {
          found.set(target, { position: step.to, depth: node.depth + 1, from: key, by: step });
        }
      }
    }
    return found;
  }

  return { Played, Counterexample, isPoint, explore, plain, named, callText, NO_RESULT, kind, outcome };
})();
