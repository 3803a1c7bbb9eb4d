// Lays out and draws the states that can be reached in a world. Which of them is the present one is marked elsewhere.
'use strict';
explorer.drawing = (() => {
  const MOST_DRAWN = 260;   // states; of a larger graph only the part around the present state is drawn
  const AROUND = 4;         // steps from the present state, of that part
  const TEXTS_UP_TO = 70;   // states, beyond which the nodes are too small for words

  const { named, kind } = explorer.worlds;

  const SVG = 'http://www.w3.org/2000/svg';

  function drawn(tag, attributes, ...children) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  /** The states to draw: all, or those around one of them. */
  function drawnStates(world, found, centre) {
    if (found.size <= MOST_DRAWN) {
      return new Set(found.keys());
    }
    const neighbours = new Map([...found.keys()].map(key => [key, []]));
    for (const [key, node] of found) {
      for (const step of world.steps(node.position)) {
        const target = world.key(step.to);
        neighbours.get(key).push(target);
        neighbours.get(target).push(key);
      }
    }
    const near = new Map([[centre, 0]]);
    for (const [key, distance] of near) {
      if (distance < AROUND) {
        neighbours.get(key).filter(each => !near.has(each)).forEach(each => near.set(each, distance + 1));
      }
    }
    return new Set(near.keys());
  }

  /** The way between two nodes, from edge to edge of their boxes. */
  function clipped(points, from, to, box) {
    const inner = points.slice(1, -1);
    const way = [from, ...inner, to];
    const leave = (centre, towards) => {
      const dx = towards.x - centre.x;
      const dy = towards.y - centre.y;
      const scale = 1 / Math.max(Math.abs(dx) / (box.width / 2 + 1), Math.abs(dy) / (box.height / 2 + 1), 1e-9);
      return { x: centre.x + dx * Math.min(scale, 1), y: centre.y + dy * Math.min(scale, 1) };
    };
    way[0] = leave(from, way[1]);
    way[way.length - 1] = leave(to, way[way.length - 2]);
    return way;
  }

  /** Who is where, by the layout library; kept for the case that the page changes its size. */
  function layOut(world, found, keys, wide) {
    const layout = new dagre.graphlib.Graph();
    layout.setGraph({ rankdir: wide ? 'LR' : 'TB', nodesep: 10, ranksep: 24,
      ranker: keys.size > 120 ? 'tight-tree' : 'network-simplex' });
    layout.setDefaultEdgeLabel(() => ({}));
    keys.forEach(key => layout.setNode(key, { width: 20, height: 20 }));
    const edges = [];
    for (const key of keys) {
      for (const step of world.steps(found.get(key).position)) {
        const target = world.key(step.to);
        if (keys.has(target)) {
          layout.setEdge(key, target);
          edges.push({ from: key, to: target, step });
        }
      }
    }
    dagre.layout(layout);
    return { world, found, keys, wide, layout, edges };
  }

  /** The smallest distance between two different ones of these numbers. */
  function gap(numbers) {
    const sorted = [...new Set(numbers.map(Math.round))].sort((a, b) => a - b);
    return Math.min(...sorted.slice(1).map((number, i) => number - sorted[i]), Infinity);
  }

  /**
   * The picture of what was laid out; its nodes and the lines of its edges are then part of the map.
   *
   * @param jumpTo what to do when somebody clicks on the state with this key
   * @param isBroken whether a position is one in which a property is broken
   */
  function picture(map, paneWidth, paneHeight, jumpTo, isBroken) {
    const { world, found, keys, wide, layout, edges } = map;

    // The layout is stretched to fill the pane, and the nodes are as large as then fits.
    const { width, height } = layout.graph();
    const sx = (paneWidth - 74) / Math.max(1, width - 20);
    const sy = (paneHeight - 40) / Math.max(1, height - 20);
    const flat = height < 25;
    const place = ({ x, y }) => ({ x: 37 + (x - 10) * sx, y: flat ? paneHeight / 2 : 20 + (y - 10) * sy });
    const label = view => view.words
      .map(({ value }) => value === 'Null' ? '–' : value === 'Claimed' ? '◇' : named(value)).join(' ');
    const centres = [...keys].map(key => place(layout.node(key)));
    const box = {
      width: Math.max(8, Math.min(58, (wide ? gap(centres.map(c => c.x)) : paneWidth / 8) * .78)),
      height: flat ? 26 : Math.max(7, Math.min(24, sy * 26)) };
    const longest = Math.max(...[...keys].map(key => label(world.view(found.get(key).position)).length));
    const texts = keys.size <= TEXTS_UP_TO && box.width >= Math.max(31, longest * 7) && box.height >= 13;
    box.width = texts ? box.width : Math.min(box.width, 16);
    box.height = texts ? box.height : Math.min(box.height, 12);

    const svg = drawn('svg', { viewBox: `0 0 ${paneWidth} ${paneHeight}`, role: 'img',
      'aria-label': `The graph of the ${found.size} states that can be reached` });
    const heads = drawn('defs', {});
    const head = texts ? 7 : 5;
    world.threads.forEach((_, t) => heads.append(drawn('marker', { id: 'head' + t, viewBox: '0 0 8 8', refX: 7, refY: 4,
      markerWidth: head, markerHeight: head, markerUnits: 'userSpaceOnUse', orient: 'auto' },
    drawn('path', { d: 'M0 0 L8 4 L0 8 z', class: `head own${t + 1}` }))));
    svg.append(heads);
    for (const edge of edges) {
      const points = clipped(layout.edge(edge.from, edge.to).points.map(place),
        place(layout.node(edge.from)), place(layout.node(edge.to)), box);
      edge.line = drawn('path', { d: 'M' + points.map(p => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join(' L'),
        'marker-end': `url(#head${edge.step.thread})` });
      edge.line.append(drawn('title', {}, `${world.threads[edge.step.thread]}: ${edge.step.action}`));
      svg.append(edge.line);
    }
    map.nodes = new Map();
    for (const key of keys) {
      const { x, y } = place(layout.node(key));
      const { width: w, height: h } = box;
      const state = found.get(key).position;
      const view = world.view(state);
      const node = drawn('g', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, 'data-key': key },
        drawn('rect', { x: -w / 2 - 5, y: -h / 2 - 5, width: w + 10, height: h + 10, rx: h / 2 + 5, class: 'halo' }),
        drawn('rect', { x: -w / 2, y: -h / 2, width: w, height: h, rx: h / 2 }));
      if (texts) {
        node.append(drawn('text', { y: 4 }, label(view)));
      }
      node.append(drawn('title', {}, view.words.map(word => `${word.name} = ${named(word.value)}`).join(', ') + '\n'
        + view.threads.map(each => `${each.name}: ${each.pc}`).join('\n')));
      node.baseClass = `node k-${kind(view.type ?? 'Null')}` + (world.steps(state).length ? '' : ' end')
        + (isBroken(state) ? ' broken' : '');
      node.onclick = () => jumpTo(key);
      svg.append(node);
      map.nodes.set(key, node);
    }
    return svg;
  }

  return { AROUND, drawnStates, layOut, picture };
})();
