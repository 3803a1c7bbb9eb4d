// Plays the state graphs that TLC explored. Nothing here knows what an action does: a step is an edge of the graph, a
// state a row of it, and what it is in the contract a row as well. All that is added is the clients' programs: a thread
// begins a call only if it is the next one of its program.
'use strict';
(() => {
  const PAUSE = 1600;       // ms between the steps while playing
  const MOST_CALLS = { 2: 3, 3: 2 };

  /**
   * The seeded bugs: the specification's have counter-examples of TLC's, and the two states that refute the proof; the
   * code's have what step conformance finds.
   */
  const BUGS = {
    bug: { file: 'data/bugs.js', all: () => explorer.bugs, of: 'specification' },
    proof: { file: 'data/refutations.js', all: () => explorer.refutations, of: 'specification, by the proof' },
    code: { file: 'data/code-bugs.js', all: () => explorer.codeBugs, of: 'code' }
  };

  const { byId, element, parameters, load, showPlaying } = explorer.page;
  const { Played, Counterexample, isPoint, explore, plain, named, callText, NO_RESULT, kind, outcome } = explorer.worlds;
  const { AROUND, drawnStates, layOut, picture } = explorer.drawing;

  // ---- The play: a world, the way through it, and how far along it we are.

  let scene;      // { kind: 'story' | 'bug' | 'own', id, title, about, captions, halts }
  let world;
  let trail;      // steps, each { thread, action, to }
  let at = 0;
  let focus = null;  // the thread whose code is shown, if somebody asked for one
  let halted = new Set();
  let playing = 0;
  let map = null;  // the drawn graph

  const position = i => i === 0 ? world.initial : trail[i - 1].to;
  const here = () => position(at);

  function stop() {
    clearInterval(playing);
    playing = 0;
    showPlaying(playing);
  }

  function go(to) {
    at = Math.max(0, Math.min(trail.length, to));
    focus = null;
    if (at === trail.length) {
      stop();
    }
    show();
  }

  function stepThread(thread) {
    if (trail[at] && trail[at].thread === thread) {
      go(at + 1);
      return;
    }
    const step = world.steps(here()).find(each => each.thread === thread);
    if (!step || halted.has(thread)) {
      return;
    }
    own();
    trail.length = at;
    trail.push(step);
    go(at + 1);
  }

  /** From here on the play is the reader's own. */
  function own() {
    stop();
    if (scene.kind !== 'own') {
      scene = { kind: 'own', title: 'Your own play', about: '', captions: [] };
    }
  }

  /** To a state anywhere in the graph, on a shortest way from the beginning. */
  function jump(key) {
    const first = trail.findIndex(step => world.key(step.to) === key);
    if (world.key(world.initial) === key) {
      go(0);
    } else if (first >= 0) {
      go(first + 1);
    } else {
      const found = explore(world);
      const way = [];
      for (let k = key; found.get(k).by; k = found.get(k).from) {
        way.unshift(found.get(k).by);
      }
      own();
      trail = way;
      go(way.length);
    }
  }

  // ---- Addresses.

  function address() {
    if (scene.kind !== 'own') {
      return `#${scene.kind}=${scene.id}&at=${at}`;
    }
    const parts = [`class=${world.module}`, ...world.declared ? ['declared=A'] : []];
    world.programs.forEach((program, t) => parts.push(`${world.threads[t]}=${program.join(';')}`));
    parts.push('path=' + trail.map(step => step.thread + 1).join(''), 'at=' + at);
    if (halted.size) {
      parts.push('halt=' + [...halted].map(t => t + 1).join(''));
    }
    return '#' + parts.join('&');
  }

  async function open() {
    const wanted = parameters();
    stop();
    try {
      if (wanted.bug) {
        await openBug('bug', wanted.bug);
      } else if (wanted.proof) {
        await openBug('proof', wanted.proof);
      } else if (wanted.code) {
        await openBug('code', wanted.code);
      } else if (wanted.class) {
        const threads = wanted.t3 === undefined ? 2 : 3;
        const programs = ['t1', 't2', 't3'].slice(0, threads).map(t => (wanted[t] || '').split(';').filter(Boolean));
        await openOwn(wanted.class, programs, wanted.path || '', wanted.declared === 'A');
        halted = new Set([...(wanted.halt || '')].map(t => t - 1));
      } else {
        await openStory(wanted.story || explorer.stories[0].id);
      }
    } catch (problem) {
      await openStory(explorer.stories[0].id);
      scene.captions[0] = `This address names no position: ${problem.message}. Here is the first story instead.`;
      wanted.at = 0;
    }
    focus = null;
    at = Math.max(0, Math.min(trail.length, Number(wanted.at) || 0));
    map = null;
    show();
    draw();
  }

  async function graphNamed(name) {
    if (!/^\w+_(2|3|2_declared)$/.test(name)) {
      throw new Error('there is no graph ' + name);
    }
    if (!explorer.graphs[name]) {
      await load(`data/${name}.js`);
    }
    return explorer.graphs[name];
  }

  function follow(threads) {
    const way = [];
    for (const thread of threads) {
      const from = way.length ? way[way.length - 1].to : world.initial;
      const step = world.steps(from).find(each => each.thread === thread);
      if (!step) {
        throw new Error(`thread t${thread + 1} cannot move after ${way.length} steps`);
      }
      way.push(step);
    }
    return way;
  }

  async function openStory(id) {
    const story = explorer.stories.find(each => each.id === id);
    if (!story) {
      throw new Error('there is no story ' + id);
    }
    world = new Played(await graphNamed(story.graph), story.programs, story.graph.endsWith('_declared'));
    trail = follow(story.steps.map(([thread]) => thread - 1));
    halted = new Set();
    scene = { kind: 'story', id, title: story.title, captions: [story.about, ...story.steps.map(step => step[1])],
      halts: story.halts };
  }

  async function openOwn(name, programs, path, declared) {
    world = new Played(await graphNamed(`${name}_${programs.length}${declared ? '_declared' : ''}`), programs, declared);
    trail = follow([...path].map(thread => thread - 1));
    halted = new Set();
    scene = { kind: 'own', title: 'Your own play', captions: [] };
  }

  /** Of the specification, or of the code. */
  async function openBug(kind, id) {
    await Promise.all(Object.values(BUGS).map(({ file }) => load(file)));
    const bug = BUGS[kind].all().find(each => each.name === id);
    if (!bug) {
      throw new Error('there is no seeded bug ' + id);
    }
    world = new Counterexample(bug);
    trail = bug.steps.map(([thread, action, to]) => ({ thread, action, to: { state: to } }));
    halted = new Set();
    scene = { kind, id, title: bug.title, captions: [], bug };
  }

  // ---- The page.

  function show() {
    const views = [];
    for (let i = 0; i <= trail.length; i++) {
      views.push(world.view(position(i)));
    }
    showTelling(views);
    showObject(views);
    showThreads(views);
    showHistory(views);
    showCode(views[at]);
    mark();
    document.querySelector('main').classList.add('ready');
    byId('class').textContent = world.module;
    byId('class').parentElement.classList.toggle('wrong', !!scene.bug);
    document.title = `${scene.title} – ${world.module}`;
    showScenes();
    history.replaceState(null, '', address());
  }

  function showScenes() {
    const select = byId('scene');
    const value = scene.kind === 'own' ? 'own' : scene.kind + '=' + scene.id;
    if (select.options.length === 0) {
      const stories = element('optgroup', { label: 'Stories' });
      explorer.stories.forEach(story => stories.append(new Option(story.title, 'story=' + story.id)));
      select.append(stories);
    }
    for (const [kind, { all, of }] of Object.entries(BUGS)) {
      if (!select.querySelector(`[value^=${kind}]`)) {
        for (const module of new Set(all().map(bug => bug.module))) {
          const bugs = element('optgroup', { label: `Seeded bugs of the ${of}: ${module}` });
          all().filter(bug => bug.module === module)
            .forEach(bug => bugs.append(new Option(bug.title + (bug.steps.length ? '' : ' (no steps)'), `${kind}=${bug.name}`)));
          select.append(bugs);
        }
      }
    }
    const mine = select.querySelector('[value=own]');
    if (scene.kind === 'own' && !mine) {
      select.prepend(new Option('Your own play', 'own'));
    } else if (scene.kind !== 'own' && mine) {
      mine.remove();
    }
    select.value = value;
  }

  function isHalted(thread) {
    return halted.has(thread) || !!scene.halts && scene.halts[0] - 1 === thread && at >= scene.halts[1];
  }

  function canMove(thread) {
    return !isHalted(thread) && world.steps(here()).some(step => step.thread === thread);
  }

  function showTelling(views) {
    byId('count').textContent = `step ${at} of ${trail.length}`;
    byId('back').disabled = byId('start').disabled = at === 0;
    byId('forward').disabled = byId('play').disabled = at === trail.length;
    byId('caption').textContent = scene.captions[at] ?? told(views);
  }

  /** What happened last, in words that fit any step. */
  function told(views) {
    if (at === 0) {
      return scene.bug ? scene.bug.about + (trail.length ? '' : ' ' + scene.bug.end) : 'Let a thread make its first step: press its button or its number.';
    }
    const { thread, action } = trail[at - 1];
    const name = world.threads[thread];
    const before = views[at - 1];
    const after = views[at];
    const sentences = [];
    if (action === 'Request') {
      sentences.push(`${name} calls ${callText(after.threads[thread].call)}.`);
    } else if (action === 'Respond') {
      const result = named(before.threads[thread].result);
      sentences.push(`${name}'s call ends: ${/Exception|Error/.test(result) ? 'it throws ' + result
        : result === 'void' ? 'it returns' : 'it returns ' + result}.`);
    } else {
      const changes = after.words.filter((word, i) => word.value !== before.words[i].value)
        .map(word => `${word.name} becomes ${named(word.value)}`);
      sentences.push(`${name}: ${action}. ${changes.join(', ') || 'The words stay as they are'}.`);
    }
    if (isPoint(before, after, thread)) {
      sentences.push('That is the linearization point ◆ of its call.');
    }
    if (scene.bug && at === trail.length) {
      sentences.push(scene.bug.end);
    }
    return sentences.join(' ');
  }

  function showObject(views) {
    const now = views[at];
    const before = views[Math.max(0, at - 1)];
    byId('words').replaceChildren(...now.words.map((word, i) => {
      const cell = element('div', { className: 'cell' + (word.value !== before.words[i].value ? ' changed' : '') },
        element('span', { textContent: word.name }), element('b', { textContent: named(word.value) }));
      cell.lastChild.className = 'kind-' + kind(word.value) + (word.value.length > 12 ? ' long' : '');
      cell.dataset.word = word.name;
      return cell;
    }));
    if (now.value) {
      const value = element('b', { textContent: now.value === 'Null' ? 'empty' : named(now.value) });
      value.className = 'kind-' + kind(now.value);
      byId('seen').replaceChildren(element('span', { textContent: 'what callers see' }), value);
    } else {
      byId('seen').replaceChildren();
    }
  }

  function programState(thread, now) {
    return world.programs[thread].map((call, i) => {
      const isNow = i === now.begun - 1 && now.pc !== 'Idle';
      return { call, state: isNow ? 'now' : i < now.begun ? 'done' : 'ahead' };
    });
  }

  /** What the calls of a thread that are over ended with, up to the present step. */
  function results(thread, views) {
    const ended = [];
    for (let i = 1; i <= at; i++) {
      if (trail[i - 1].thread === thread && trail[i - 1].action === 'Respond') {
        ended.push(views[i - 1].threads[thread].result);
      }
    }
    return ended;
  }

  function nextAction(now, thread) {
    if (scene.bug) {
      return trail[at] && trail[at].thread === thread ? trail[at].action : /^idle$/i.test(now.pc) ? '' : now.pc;
    }
    return now.pc !== 'Idle' ? now.pc : now.begun < world.programs[thread].length ? 'Request' : '';
  }

  function showThreads(views) {
    const most = Math.max(...world.programs.map(program => program.length));
    const focused = document.activeElement && document.activeElement.dataset.step;
    byId('threads').replaceChildren(...world.threads.map((name, t) => {
      const now = views[at].threads[t];
      const ended = results(t, views);
      const action = nextAction(now, t);
      const calls = element('ol', { className: 'calls' });
      programState(t, now).forEach(({ call, state }, i) => calls.append(element('li', {
        className: state,
        textContent: call + (state === 'done' ? ' ' + outcome(ended[i])
          : state === 'now' && plain(now.result) !== NO_RESULT ? ' ' + outcome(now.result) : '')
      })));
      calls.style.setProperty('--calls', most);
      const step = element('button', { type: 'button', className: 'step', disabled: !canMove(t) },
        element('span', { textContent: isHalted(t) ? 'halted' : action || (scene.bug ? 'idle' : 'finished') }),
        element('kbd', { textContent: t + 1 }));
      step.dataset.step = t;
      step.setAttribute('aria-label', `${name}: ${step.textContent}`);
      step.onclick = () => stepThread(t);
      const halt = element('input', { type: 'checkbox', checked: isHalted(t) });
      halt.onchange = () => {
        halted = new Set([...world.threads.keys()].filter(isHalted));
        own();
        trail.length = at;
        halt.checked ? halted.add(t) : halted.delete(t);
        show();
      };
      halt.disabled = !!scene.bug;
      const card = element('div', { className: `thread own${t + 1}` + (shownThread() === t ? ' focus' : '') },
        element('header', {}, element('b', { textContent: name }), element('label', {}, halt, 'halt')),
        calls, step,
        element('div', { className: 'next', textContent: scene.kind === 'code' ? '' : javaLine(action, now, t) }));
      card.dataset.thread = name;
      card.onclick = () => {
        if (focus !== t) {
          focus = t;
          showCode(views[at]);
          document.querySelectorAll('.thread').forEach((each, i) => each.classList.toggle('focus', i === t));
        }
      };
      return card;
    }));
    if (focused !== undefined) {
      document.querySelector(`[data-step="${focused}"]`)?.focus();
    }
  }

  // ---- The code.

  const OPERATIONS = ['load', 'store', 'swap', 'compareAndSwap'];

  function shownThread() {
    return focus ?? (trail[at] ? trail[at].thread : at > 0 ? trail[at - 1].thread : 0);
  }

  function operation(now, thread) {
    const program = world.programs[thread];
    const call = now.pc !== 'Idle' ? callText(now.call) : program[now.begun] ?? program[program.length - 1] ?? '';
    return call.split('(')[0];
  }

  /** The method and the lines that perform an action in a call of an operation. */
  function javaPlace(action, op) {
    const source = explorer.sources[world.module];
    if (!source || !op) {
      return null;
    }
    const ofOperation = source.methods.findIndex(method => method.name === op);
    const places = source.java[action] || [];
    const own = places.filter(([method]) => method === ofOperation);
    const shared = places.filter(([method]) => !OPERATIONS.includes(source.methods[method].name));
    const chosen = own.length ? own : shared;
    return { method: source.methods[chosen.length ? chosen[0][0] : ofOperation],
      lines: action === 'Request' ? [0] : chosen.map(([, line]) => line) };
  }

  function javaLine(action, now, thread) {
    const place = javaPlace(action, operation(now, thread));
    return !place || !place.lines.length || action === 'Request' ? ''
      : place.method.lines[place.lines[0]].replace(/\/\/.*/, '').trim();
  }

  function listing(lines, hit) {
    return lines.map((line, i) => element('span', { className: hit(i) ? 'hit' : '', textContent: line }));
  }

  function difference(lines) {
    return lines.map(line => element('span', { textContent: line,
      className: { '+': 'added', '-': 'removed', '@': 'gap' }[line[0]] ?? '' }));
  }

  function showCode(view) {
    const t = shownThread();
    const now = view.threads[t];
    const action = nextAction(now, t);
    const place = javaPlace(action, operation(now, t));
    const tla = (scene.bug?.tla ?? explorer.sources[world.module].tla)[action || (scene.bug ? '' : 'Respond')];
    byId('code').className = `own${t + 1}`;
    byId('codeof').textContent = action ? `Next step of ${now.name}: ${action}`
      : scene.bug ? `${now.name} makes no step` : `${now.name} has made all its calls`;
    byId('left').textContent = scene.bug ? 'The seeded bug' : 'Java';
    byId('java').replaceChildren(...(scene.bug ? difference(scene.bug.diff) : place ? listing(place.method.lines, i => place.lines.includes(i)) : []));
    byId('tla').replaceChildren(...(tla ? listing(tla, i => i === 0 && action) : []));
    const hit = byId('java').querySelector('.hit');
    byId('java').scrollTop = hit ? hit.offsetTop - byId('java').offsetTop - 60 : 0;
  }

  // ---- The calls over time.

  function showHistory(views) {
    const n = Math.max(trail.length, 12);
    const lanes = world.threads.map((name, t) => {
      const lane = element('div', { className: `lane own${t + 1}` }, element('span', { className: 'name', textContent: name }));
      let begin = 0;
      trail.forEach((step, i) => {
        if (step.thread !== t) {
          return;
        }
        if (step.action === 'Request') {
          begin = i + 1;
        }
        const ends = step.action === 'Respond';
        const last = !trail.slice(i + 1).some(later => later.thread === t);
        if ((ends || last) && begin) {
          const call = callText(views[begin].threads[t].call);
          const bar = element('span', { className: 'bar' + (ends ? '' : ' open'),
            textContent: call + (ends && at > i ? ' ' + outcome(views[i].threads[t].result) : '') });
          bar.style.gridColumn = `${begin + 1} / ${i + 3}`;
          bar.style.opacity = at >= begin ? 1 : .35;
          lane.append(bar);
          begin = ends ? 0 : begin;
        }
        const point = isPoint(views[i], views[i + 1], t);
        const tick = element('button', { type: 'button', tabIndex: -1, title: `${i + 1}. ${name}: ${step.action}`,
          className: 'tick' + (point ? ' point' : '') + (at === i + 1 ? ' here' : '') + (at <= i ? ' later' : '') });
        tick.setAttribute('aria-label', `to step ${i + 1}, ${name}: ${step.action}`);
        tick.style.gridColumn = i + 2;
        tick.onclick = () => go(i + 1);
        lane.append(tick);
      });
      lane.style.setProperty('--n', n);
      return lane;
    });
    const register = element('div', { className: 'lane register' },
      element('span', { className: 'name', textContent: 'callers see' }));
    register.style.setProperty('--n', n);
    let from = 0;
    for (let i = 1; i <= at + 1; i++) {
      if (i > at || views[i].value !== views[from].value) {
        const segment = element('span', { className: 'value kind-' + kind(views[from].value || 'Null'),
          textContent: views[from].value === 'Null' ? 'empty' : named(views[from].value || '') });
        segment.style.gridColumn = `${Math.max(2, from + 1)} / ${i + 1}`;
        if (i > 1) {
          register.append(segment);
        }
        from = i;
      }
    }
    byId('lanes').replaceChildren(...lanes, ...(views[0].value ? [register] : []));
  }

  // ---- The graph.

  async function draw() {
    await load('lib/dagre.min.js');
    const pane = byId('graph');
    const [paneWidth, paneHeight] = [Math.max(pane.clientWidth, 200), Math.max(pane.clientHeight, 120)];
    const wide = paneWidth > paneHeight;
    const centre = world.key(here());
    if (!map || map.world !== world || map.wide !== wide || map.centre !== undefined && map.centre !== centre) {
      const found = explore(world);
      map = layOut(world, found, drawnStates(world, found, centre), wide);
      map.centre = map.keys.size < found.size ? centre : undefined;
    }
    const { found, keys } = map;
    const svg = picture(map, paneWidth, paneHeight, jump,
      ({ state }) => scene.bug && state === scene.bug.states.length - 1);
    pane.replaceChildren(svg);
    byId('which').textContent = scene.kind === 'code' ? 'What step conformance finds'
      : scene.kind === 'proof' ? 'What refutes the proof'
      : scene.bug ? 'The counter-example' : 'All states';
    byId('size').textContent = scene.kind === 'code' ? `the bug is caught by ${scene.bug.caughtBy}`
      : scene.kind === 'proof' ? `the bug breaks ${scene.bug.breaks}`
      : scene.bug ? `${found.size} states` : map.centre === undefined ? `${found.size}`
      : `within ${AROUND} steps of this one, of ${found.size.toLocaleString('en')}`;
    if (scene.kind === 'code' && explorer.bugs.some(bug => bug.name === scene.id)) {
      byId('size').append('; ', element('a', { href: '#bug=' + scene.id, textContent: 'the same in the specification' }));
    }
    if (scene.kind === 'bug' && explorer.refutations.some(bug => bug.name === scene.id)) {
      byId('size').append('; ', element('a', { href: '#proof=' + scene.id, textContent: 'what refutes the proof' }));
    }
    const types = [...new Set([...keys].map(key => world.view(found.get(key).position).type ?? 'Null'))];
    byId('legend').replaceChildren(...(world.view(world.initial).type ? types : []).map(type => element('span', {},
      element('i', { className: 'kind-' + kind(type) }), `type = ${named(type)}`)));
    mark();
  }

  /** Lights the present state and the way to it. */
  function mark() {
    if (!map || map.world !== world || !map.nodes) {
      return;
    }
    const now = world.key(here());
    if (map.centre !== undefined && map.centre !== now) {
      draw();
      return;
    }
    const been = new Set([world.key(world.initial)]);
    const gone = new Set();
    for (let i = 0; i < at; i++) {
      gone.add(world.key(position(i)) + '>' + world.key(position(i + 1)));
      been.add(world.key(position(i + 1)));
    }
    for (const [key, node] of map.nodes) {
      if (key === now) {
        node.parentNode.append(node);
      }
      node.setAttribute('class', node.baseClass + (been.has(key) ? ' been' : '') + (key === now ? ' here' : ''));
    }
    for (const { from, to, step, line } of map.edges) {
      line.setAttribute('class', `edge own${step.thread + 1}` + (gone.has(from + '>' + to) ? ' been' : '')
        + (from === now ? ' out' : ''));
    }
  }

  // ---- Choosing threads and calls.

  let choice;

  async function choose() {
    choice = { name: world.module in { AtomicValue: 1, WaitFreeAtomicValue: 1 } ? world.module : 'AtomicValue',
      declared: !!world.declared, programs: world.programs.map(program => program.slice()) };
    await showChoice();
    byId('chooser').showModal();
  }

  async function showChoice() {
    const threads = choice.programs.length < 3 || choice.declared ? 2 : 3;
    choice.programs.length = threads;
    const graph = await graphNamed(`${choice.name}_${threads}${choice.declared ? '_declared' : ''}`);
    const calls = graph.calls.filter(([op]) => op !== 'none').map(callText);
    const order = call => OPERATIONS.indexOf(call.split('(')[0]) + call;
    calls.sort((a, b) => order(a) < order(b) ? -1 : 1);
    const pick = (label, options, value, changed) => {
      const select = element('select', { ariaLabel: label });
      options.forEach(([text, of]) => select.append(new Option(text, of)));
      select.value = value;
      select.onchange = () => changed(select.value);
      return select;
    };
    byId('choices').replaceChildren(
      element('fieldset', {}, element('legend', { textContent: 'object' }),
        pick('class', [['AtomicValue', 'AtomicValue'], ['WaitFreeAtomicValue', 'WaitFreeAtomicValue']], choice.name,
          value => { choice.name = value; showChoice(); }),
        pick('type', [['no declared type', ''], ['declared type A', 'A']], choice.declared ? 'A' : '',
          value => { choice.declared = value === 'A'; showChoice(); }),
        pick('threads', choice.declared ? [['2 threads', 2]] : [['2 threads', 2], ['3 threads', 3]], threads,
          value => { choice.programs.length = Number(value); showChoice(); })),
      ...graph.threads.map((name, t) => {
        const program = (choice.programs[t] || []).filter(call => calls.includes(call)).slice(0, MOST_CALLS[threads]);
        choice.programs[t] = program;
        const field = element('fieldset', { className: `own${t + 1}` }, element('legend', { textContent: name }));
        for (let i = 0; i < Math.min(program.length + 1, MOST_CALLS[threads]); i++) {
          field.append(pick(`${name}, call ${i + 1}`, [['–', ''], ...calls.map(call => [call, call])], program[i] ?? '',
            value => { value ? program[i] = value : program.splice(i); showChoice(); }));
        }
        return field;
      }));
  }

  byId('chooser').addEventListener('close', () => {
    if (byId('chooser').returnValue === 'play') {
      location.hash = `class=${choice.name}&${choice.declared ? 'declared=A&' : ''}` + choice.programs.map((program, t) => `t${t + 1}=${program.join(';')}`).join('&')
        + '&path=&at=0';
    }
  });

  // ---- Input.

  function play() {
    if (playing) {
      stop();
    } else if (at < trail.length) {
      playing = setInterval(() => go(at + 1), PAUSE);
      showPlaying(playing);
      go(at + 1);
    }
  }

  byId('start').onclick = () => { stop(); go(0); };
  byId('back').onclick = () => { stop(); go(at - 1); };
  byId('forward').onclick = () => { stop(); go(at + 1); };
  byId('play').onclick = play;
  byId('choose').onclick = choose;
  byId('help').onclick = () => byId('helper').showModal();
  byId('scene').onchange = event => {
    if (event.target.value !== 'own') {
      location.hash = event.target.value + '&at=0';
    }
  };
  addEventListener('hashchange', open);
  let resized = 0;
  new ResizeObserver(() => {
    clearTimeout(resized);
    resized = setTimeout(() => map && draw(), 100);
  }).observe(byId('graph'));
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')
        || /SELECT|INPUT|TEXTAREA/.test(event.target.tagName)) {
      return;
    }
    const action = {
      ArrowLeft: () => byId('back').click(), ArrowRight: () => byId('forward').click(),
      Home: () => go(0), End: () => go(trail.length),
      ' ': () => event.target.tagName === 'BUTTON' ? null : play(),
      '1': () => stepThread(0), '2': () => stepThread(1), '3': () => stepThread(2),
      '?': () => byId('help').click()
    }[event.key];
    if (action) {
      if (event.key !== ' ' || event.target.tagName !== 'BUTTON') {
        event.preventDefault();
      }
      action();
    }
  });

  open().then(() => Promise.all(Object.values(BUGS).map(({ file }) => load(file)))).then(showScenes);
})();
