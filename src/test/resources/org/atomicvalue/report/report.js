'use strict';

// A link to something within a closed part of the page opens it.
function reveal() {
  let target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let each = target; each; each = each.parentElement) {
    if (each.tagName === 'DETAILS') each.open = true;
  }
  if (target) target.scrollIntoView();
}
addEventListener('hashchange', reveal);
addEventListener('DOMContentLoaded', reveal);

// Draws the graph in whose figure the calling script stands. It runs while the page is read, so that nothing moves later.
function drawGraph() {
  const figure = document.currentScript.parentElement;
  const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const letter = 7.4, line = 15;
  const size = lines => ({ width: letter * Math.max(...lines.map(each => each.length)), height: line * lines.length });
  const graph = new dagre.graphlib.Graph().setGraph({ nodesep: 14, edgesep: 14, ranksep: 26, marginx: 6, marginy: 6 });
  data.nodes.forEach((node, i) => {
    const lines = node.label.split('\n').concat(node.states > 1 ? [node.states.toLocaleString('en') + ' states'] : []);
    const { width, height } = size(lines);
    graph.setNode(i, { lines, width: width + 18, height: height + 10 });
  });
  data.edges.forEach(edge => {
    const lines = (graph.edge(edge.from, edge.to) || { lines: [] }).lines.concat(edge.action);
    graph.setEdge(edge.from, edge.to, { lines, labelpos: 'c', ...size(lines) });
  });
  dagre.layout(graph);

  const make = (name, attributes, parent) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return parent.appendChild(made);
  };
  const write = (lines, at, attributes, parent) => lines.forEach((text, i) =>
    make('text', { x: at.x, y: at.y + line * (i - (lines.length - 1) / 2) + 4, ...attributes }, parent).textContent = text);
  const { width, height } = graph.graph();
  // Shrinks to the room there is, but not to what cannot be read: then it scrolls.
  const style = `width: ${width}px; max-width: max(100%, ${0.75 * width}px)`;
  figure.classList.toggle('wide', width > 720);
  const svg = make('svg', { style, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true }, figure.querySelector('.drawing'));
  const id = 'arrow' + document.querySelectorAll('marker').length;
  make('path', { d: 'M0 0L8 4L0 8z' }, make('marker',
    { id, viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' }, make('defs', {}, svg)));
  graph.edges().map(each => graph.edge(each)).forEach(edge =>
    make('path', { d: 'M' + edge.points.map(p => p.x.toFixed(1) + ' ' + p.y.toFixed(1)).join('L'), 'marker-end': `url(#${id})` }, svg));
  graph.nodes().forEach(i => {
    const node = graph.node(i);
    const group = make('g', i === '0' ? { class: 'first' } : {}, svg);
    make('rect', { x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height, rx: 7 }, group);
    write(node.lines, node, {}, group);
  });
  graph.edges().map(each => graph.edge(each)).forEach(edge => write(edge.lines, edge, { class: 'action' }, svg));
}
