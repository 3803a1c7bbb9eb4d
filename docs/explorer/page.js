// What both pages are made with.
'use strict';
explorer.page = (() => {
  const byId = id => document.getElementById(id);

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  return { byId, element };
})();
