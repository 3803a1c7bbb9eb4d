// What both pages are made with.
'use strict';
explorer.page = (() => {
  const byId = id => document.getElementById(id);

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /** What the address says after its #: names and values. */
  function parameters() {
    const found = {};
    for (const part of decodeURIComponent(location.hash.slice(1)).split('&')) {
      const cut = part.indexOf('=');
      if (cut > 0) {
        found[part.slice(0, cut)] = part.slice(cut + 1);
      }
    }
    return found;
  }

  const loading = new Map();

  /** Reads a script, once. */
  function load(file) {
    if (!loading.has(file)) {
      loading.set(file, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = file;
        script.onload = resolve;
        script.onerror = () => reject(new Error('cannot read ' + file));
        document.head.append(script);
      }));
    }
    return loading.get(file);
  }

  /** What the button that plays and pauses would do. */
  function showPlaying(playing) {
    byId('play').setAttribute('aria-label', playing ? 'Pause' : 'Play');
    byId('play').querySelector('path').setAttribute('d', playing ? 'M3 2h4v12H3zM9 2h4v12H9z' : 'M4 2l10 6-10 6z');
  }

  return { byId, element, parameters, load, showPlaying };
})();
