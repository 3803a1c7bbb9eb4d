// Plays the executions of the gallery's programs that TLC found, one for each outcome in each mode. Nothing here knows
// what a mode does: what a thread may read, and what it knows afterwards, is in the states that TLC gave.
'use strict';
(() => {
  const PAUSE = 2200;  // ms between the steps while playing

  const { byId, element, parameters, load, showPlaying } = explorer.page;

  // ---- Where we are: a lesson, one of its modes, an outcome, and how far along its execution.

  let name;       // of the lesson
  let lesson;
  let variant;    // the program in one mode
  let outcome;
  let execution;  // [the threads that move, the numbers of the states], or undefined where there is none
  let at = 0;
  let playing = 0;

  const MODES = { Plain: 'plain', Opaque: 'opaque', Release: 'release', Acquire: 'acquire',
    AcquireRelease: 'acquire/release', Volatile: 'volatile' };
  const threadName = thread => 't' + (thread + 1);
  const length = () => execution ? execution[0].length : 0;

  /** A state in words. */
  function state(i) {
    const number = execution ? execution[1][i] : Object.values(variant.executions)[0][1][0];
    const [history, views, passed, pc, results, open] = lesson.states[number];
    return { history, views, passed, pc, results, open };
  }

  /** The access that made step i, counted from 0. */
  function access(i) {
    const thread = execution[0][i];
    if (state(i).pc[thread] === state(i + 1).pc[thread]) {
      return { thread, does: 'pass', place: -1, values: [] };
    }
    const [does, location, mode, ...values] = variant.accesses[thread][state(i).pc[thread] - 1];
    if (does === 'fence') {
      return { thread, does, place: -1, mode: location, values: [] };
    }
    return { thread, does, location, place: lesson.locations.indexOf(location), mode, values };
  }

  const returns = does => does !== 'write' && does !== 'pass' && does !== 'fence';

  /** The position of the message that step i reads or writes: no value is written to a location twice. */
  function position(i) {
    const { thread, does, place, values } = access(i);
    if (place < 0) {
      return -1;
    }
    const after = state(i + 1);
    const value = returns(does) ? after.results[thread].at(-1) : Number(values[0]);
    return after.history[place].findIndex(message => message[0] === value) + 1;
  }

  // ---- Addresses.

  const address = () => `#lesson=${name}&mode=${variant.mode}&outcome=${outcome.replaceAll(' ', '')}&at=${at}`;

  /** The outcome that makes the difference: one that not all modes have. */
  function tellingOutcome() {
    const has = (each, outcome) => outcome in each.meanings;
    return lesson.outcomes.find(each => lesson.variants.some(v => !has(v, each))) ?? lesson.outcomes[0];
  }

  async function open() {
    stop();
    const wanted = parameters();
    name = explorer.index.some(each => each.name === wanted.lesson) ? wanted.lesson : explorer.index[0].name;
    await load(`data/${name}.js`);
    lesson = explorer.lessons[name];
    variant = lesson.variants.find(each => each.mode === wanted.mode) ?? lesson.variants[0];
    outcome = lesson.outcomes.find(each => each.replaceAll(' ', '') === wanted.outcome) ?? tellingOutcome();
    execution = variant.executions[outcome];
    at = Math.max(0, Math.min(length(), Number(wanted.at) || 0));
    showLesson();
    show();
  }

  /** Another mode or outcome: the play begins anew. */
  function choose(newVariant, newOutcome) {
    stop();
    variant = newVariant;
    outcome = newOutcome;
    execution = variant.executions[outcome];
    at = 0;
    show();
  }

  function go(to) {
    at = Math.max(0, Math.min(length(), to));
    if (at === length()) {
      stop();
    }
    show();
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    showPlaying(playing);
  }

  // ---- The page.

  /** Text in which code is in backquotes. */
  function prose(text) {
    return text.split('`').map((part, i) => i % 2 ? element('code', { textContent: part }) : part);
  }

  function showLesson() {
    if (!byId('lesson').options.length) {
      explorer.index.forEach((each, i) => byId('lesson').append(new Option(`${i + 1}. ${each.title}`, each.name)));
    }
    byId('lesson').value = name;
    byId('mode').replaceChildren(...lesson.variants.map(each => {
      const radio = element('input', { type: 'radio', name: 'mode', value: each.mode });
      radio.onchange = () => choose(each, outcome);
      return element('label', {}, radio, element('span', { textContent: MODES[each.mode] }));
    }));
    byId('about').replaceChildren(...lesson.about.map(each => element('p', {}, ...prose(each))));
    document.title = explorer.index.find(each => each.name === name).title + ' – memory modes';
  }

  function show() {
    byId('mode').querySelector(`[value=${variant.mode}]`).checked = true;
    byId('count').textContent = execution ? `step ${at} of ${length()}` : 'no execution';
    byId('back').disabled = byId('start').disabled = at === 0;
    byId('forward').disabled = byId('play').disabled = at === length();
    byId('caption').textContent = told();
    showProgram();
    showMemory();
    showOutcomes();
    document.querySelector('main').classList.add('ready');
    history.replaceState(null, '', address());
  }

  const list = values => values.length < 2 ? values.join('') : values.slice(0, -1).join(', ') + ' or ' + values.at(-1);

  /** What a view knows: the messages later than the initial ones. */
  const known = (view, history) => lesson.locations.flatMap((each, place) =>
    view[place] > 1 ? [`${each} = ${history[place][view[place] - 1][0]}`] : []);

  function isBeyond(each, outcome) {
    return outcome in each.meanings && !(outcome in each.executions);
  }

  function told() {
    if (!execution) {
      return isBeyond(variant, outcome)
        ? `Java allows ${outcome} in this mode, and the model has no execution with it: there a read returns what has `
          + 'been written already. See “Stronger than the axioms” in AccessModes.tla.'
        : `In this mode ${outcome} is impossible: TLC has searched all executions of the program, and none ends so.`;
    }
    return at === 0
      ? `An execution that ends in ${outcome}. ${variant.meanings[outcome]}`
      : [...toldOfStep(at - 1), ...at === length() ? [toldOfEnd()] : []].join(' ');
  }

  function toldOfStep(i) {
    const { thread, does, location, place, mode, values } = access(i);
    const [before, after] = [state(i), state(i + 1)];
    const who = threadName(thread);
    if (does === 'pass') {
      return [`What ${who} knows by its volatile accesses passes the one order of all volatile accesses. Its next one will `
        + 'know what has passed before.'];
    }
    if (does === 'fence') {
      return [`${who} issues ${mode === 'acquire' ? 'an' : 'a'} ${mode} fence. ` + {
        acquire: 'What its reads have found happens before all that follows.',
        release: 'Every later write of it carries what it has done and read.',
        full: 'What it has done and read passes the one order of volatile accesses, and it learns what has passed before.',
      }[mode]];
    }
    if (does === 'write') {
      const message = after.history[place][position(i) - 1];
      const later = after.history[place].slice(position(i)).map(each => `${location} = ${each[0]}`);
      const carried = known(message[1], after.history);
      return [`${who} writes ${location} = ${values[0]}, ${mode}.`,
        ...later.length ? [`In the order of writes its place is before ${later.join(' and ')}, which is there already.`] : [],
        carried.length ? `The message carries what ${who} knows: ${carried.join(', ')}.`
          : 'The message carries nothing: whoever reads it learns of no other location.'];
    }
    const value = after.results[thread].at(-1);
    const choices = before.open[thread].map(each => before.history[place][each - 1][0]);
    const [hbBefore, hbAfter] = [before, after].map(each => each.views[thread][0]);
    const learned = known(hbAfter, after.history).filter(each => !known(hbBefore, before.history).includes(each));
    const seen = after.views[thread][1][place] > before.views[thread][1][place];
    return [
      does === 'cas' ? `${who} compares ${location} with ${values[0]}, ${mode}.` : `${who} reads ${location}, ${mode}.`,
      choices.length > 1 ? `It may find ${list(choices)}, and finds ${value}.` : `It can find ${value} only.`,
      ...does === 'cas' ? ['So it writes nothing.'] : [],
      learned.length ? `What the message carries happens before ${who}'s next access: ${learned.join(', ')}.`
        : seen ? `${who} has seen it, and learns no more from it.`
          : value === 0 ? '' : `${who} learns nothing from it for its next access.`].filter(Boolean);
  }

  const toldOfEnd = () => `That was the last step. The outcome is ${outcome}.`;

  /** What each statement of a thread has returned so far. */
  function returned(thread) {
    const results = state(at).results[thread].slice();
    return variant.accesses[thread].map(([does]) => returns(does) ? results.shift() : undefined);
  }

  function showProgram() {
    const now = state(at);
    const mover = execution && execution[0][at];
    const threads = variant.threads.map((statements, t) => {
      const values = returned(t);
      const lines = element('ol', {}, ...statements.map((statement, i) => {
        const line = element('li', {}, element('code', { textContent: statement }));
        line.className = i < now.pc[t] - 1 ? 'done' : i === now.pc[t] - 1 && t === mover ? 'now' : 'ahead';
        line.append(element('b', { textContent: values[i] === undefined ? '' : '→ ' + values[i] }));
        return line;
      }));
      return element('div', { className: `card own${t + 1}` }, element('h3', { textContent: threadName(t) }), lines);
    });
    if (variant.afterwards.length) {
      const ended = execution && at === length();
      threads.push(element('div', { className: 'card' }, element('h3', { textContent: 'afterwards' }),
        element('ol', {}, ...variant.afterwards.map((statement, i) => element('li', { className: ended ? 'done' : 'ahead' },
          element('code', { textContent: statement }),
          element('b', { textContent: ended ? '→ ' + now.history[i].at(-1)[0] : '' }))))));
    }
    byId('program').replaceChildren(...threads);
  }

  function pin(className, text, title) {
    return element('i', { className: 'pin ' + className, textContent: text, title });
  }

  function message(now, place, i, marks) {
    const [value, carried] = now.history[place][i];
    const location = lesson.locations[place];
    const pins = now.views.flatMap(([hb, seen], t) => hb[place] === i + 1
      ? [pin(`hb own${t + 1}`, threadName(t), `happens before ${threadName(t)}'s next access`)]
      : seen[place] === i + 1 ? [pin(`saw own${t + 1}`, threadName(t), `seen by ${threadName(t)}`)] : []);
    if (now.passed[place] === i + 1 && i > 0) {
      pins.push(pin('all', 'v', 'has passed the order of volatile accesses'));
    }
    const carries = known(carried, now.history);
    const made = element('li', { className: 'message ' + marks },
      element('b', { textContent: `${location} = ${value}` }),
      element('small', { textContent: carries.length ? 'carries ' + carries.join(', ') : '' }),
      element('span', { className: 'pins' }, ...pins));
    made.dataset.value = value;
    return made;
  }

  function showMemory() {
    const now = state(at);
    const last = at > 0 ? { ...access(at - 1), position: position(at - 1) } : {};
    const next = at < length() ? access(at) : {};
    const room = lesson.locations.map((_, place) =>
      Math.max(...lesson.states.map(([history]) => history[place].length)));
    byId('locations').replaceChildren(...lesson.locations.map((location, place) => {
      const open = next.place === place ? now.open[next.thread] : [];
      const isRead = open.length && returns(next.does);
      const messages = now.history[place].map((_, i) => message(now, place, i, [
        last.place === place && last.position === i + 1 ? `last own${last.thread + 1}` : '',
        isRead && open.includes(i + 1) ? `may by${next.thread + 1}` : '',
        !isRead && open.includes(i + 1) ? `gap by${next.thread + 1}` : ''].join(' ')));
      for (let i = messages.length; i < room[place]; i++) {
        const here = !isRead && open.includes(i + 1) && i === now.history[place].length;
        messages.push(element('li', { className: 'room' + (here ? ` may by${next.thread + 1}` : '') }));
      }
      const row = element('ol', {}, ...messages);
      row.style.setProperty('--room', room[place]);
      return element('div', { className: 'location' }, element('h3', { textContent: location }), row);
    }));
  }

  // ---- The table of outcomes.

  const seenIn = (run, each, outcome) => (run.tests[`${name}.${each.mode}`] ?? {})[outcome];
  const samplesOf = (run, each) => Object.values(run.tests[`${name}.${each.mode}`] ?? {}).reduce((a, b) => a + b, 0);
  const jdk = run => 'JDK ' + run.java.split('.')[0];
  const count = number => number.toLocaleString('en');

  function showOutcomes() {
    const focused = document.activeElement.dataset.outcome;
    const table = byId('outcomes').querySelector('table');
    const runs = explorer.observed;
    const head = element('tr', {}, element('th', { textContent: 'outcome' }),
      ...lesson.variants.map(each => element('th', { textContent: MODES[each.mode], className: each === variant ? 'picked' : '' })),
      ...runs.map(run => element('th', { className: 'seen', textContent: jdk(run), title: run.machine })));
    table.tHead.replaceChildren(head);
    table.tBodies[0].replaceChildren(...lesson.outcomes.map(each => {
      const button = element('button', { type: 'button', textContent: each, title: variant.meanings[each] ?? '' });
      button.dataset.outcome = each;
      button.setAttribute('aria-pressed', each === outcome);
      button.onclick = () => choose(variant, each);
      const row = element('tr', { className: each === outcome ? 'picked' : '' }, element('th', {}, button),
        ...lesson.variants.map(v => {
          const cell = each in v.executions ? ['yes', '●', 'possible'] : isBeyond(v, each)
            ? ['beyond', '◐', 'possible in Java, not in the model'] : ['no', '✕', 'impossible'];
          const made = element('td', { className: cell[0] + (v === variant ? ' picked' : ''), textContent: cell[1],
            title: `${each} in mode ${MODES[v.mode]}: ${cell[2]}` });
          made.onclick = () => choose(v, each);
          return made;
        }),
        ...runs.map(run => {
          if (!(`${name}.${variant.mode}` in run.tests)) {
            return element('td', { className: 'seen', textContent: '–', title: 'not run' });
          }
          const seen = seenIn(run, variant, each) ?? 0;
          const cell = element('td', { className: 'seen' }, element('span', { textContent: count(seen) }));
          cell.style.setProperty('--share', seen && Math.log(seen + 1) / Math.log(samplesOf(run, variant) + 1));
          return cell;
        }));
      return row;
    }));
    byId('registers').textContent = registers();
    byId('beyond').hidden = !lesson.variants.some(v => lesson.outcomes.some(each => isBeyond(v, each)));
    byId('machines').replaceChildren(...runs.map(run => element('span', {
      textContent: `${MODES[variant.mode]}, ${count(samplesOf(run, variant))} samples by jcstress on ${run.date}: ${run.machine}. `
        + 'Bars are on a log scale.', title: run.command })));
    if (focused) {
      table.querySelector(`[data-outcome="${focused}"]`)?.focus();
    }
  }

  /** What the places of an outcome are. */
  function registers() {
    const all = [...variant.threads.flat(), ...variant.afterwards].flatMap(line => line.match(/r\d/) ?? []);
    return all.sort().join(', ') + ' of all executions, by TLC; and how often each was seen';
  }

  // ---- Input.

  function play() {
    if (playing) {
      stop();
    } else if (at < length()) {
      playing = setInterval(() => go(at + 1), PAUSE);
      showPlaying(playing);
      go(at + 1);
    }
  }

  function otherOutcome(by) {
    const next = lesson.outcomes[lesson.outcomes.indexOf(outcome) + by];
    if (next) {
      choose(variant, next);
      document.querySelector(`[data-outcome="${next}"]`).focus();
    }
  }

  byId('start').onclick = () => { stop(); go(0); };
  byId('back').onclick = () => { stop(); go(at - 1); };
  byId('forward').onclick = () => { stop(); go(at + 1); };
  byId('play').onclick = play;
  byId('help').onclick = () => byId('helper').showModal();
  byId('lesson').onchange = event => { location.hash = `lesson=${event.target.value}&mode=${variant.mode}`; };
  addEventListener('hashchange', open);
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')
        || /SELECT|INPUT|TEXTAREA/.test(event.target.tagName)) {
      return;
    }
    const inTable = 'outcome' in event.target.dataset;
    const onButton = event.target.tagName === 'BUTTON';
    const action = {
      ArrowLeft: () => byId('back').click(), ArrowRight: () => byId('forward').click(),
      Home: () => go(0), End: () => go(length()),
      ' ': !onButton && play,
      ArrowUp: inTable && (() => otherOutcome(-1)), ArrowDown: inTable && (() => otherOutcome(1)),
      '?': () => byId('help').click()
    }[event.key] || /^[1-4]$/.test(event.key) && lesson.variants[event.key - 1]
      && (() => choose(lesson.variants[event.key - 1], outcome));
    if (action) {
      event.preventDefault();
      action();
    }
  });

  open();
})();
