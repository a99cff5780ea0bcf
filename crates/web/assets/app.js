// What the keyboard and the many boxes are helped by. Every page works without this file.
"use strict";

(() => {
  const typing = (it) => it.closest("textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]");
  const ticks = () => [...document.querySelectorAll("[data-tick]")];

  function count() {
    const place = document.querySelector("[data-ticked]");
    if (!place) return;
    const many = ticks().filter((it) => it.checked).length;
    place.hidden = many === 0;
    place.textContent = place.dataset.ticked.replace("#", many);
  }

  function step(from, by) {
    const all = ticks();
    const next = all[all.indexOf(from) + by];
    if (next) next.focus();
  }

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    if (at.matches("[data-tick]") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(at, event.key === "ArrowDown" ? 1 : -1);
      return;
    }
    if (!document.querySelector("[data-walk]") || typing(at)) return;
    if (/^[1-9]$/.test(event.key)) {
      const choice = document.querySelector(`[data-key="${event.key}"]`);
      if (choice) {
        event.preventDefault();
        choice.checked = true;
        choice.focus();
      }
      return;
    }
    // What has been written and not saved is not left by a key. Within a group of answers, and where something scrolls sideways, the arrows belong to that.
    if (at.matches("input[type=radio]:not([data-key]), [tabindex='0']")) return;
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const written = [...document.querySelectorAll("main textarea, main input:not([type=radio], [type=checkbox], [type=hidden])")].some((it) => it.value !== it.defaultValue);
    // A form that was refused comes back as it was written, and is not saved either.
    const refused = document.querySelector("main [data-unsaved]");
    const link = way && !written && !refused && document.querySelector(`[data-walk] a[rel=${way}]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });

  document.addEventListener("click", (event) => {
    const all = event.target.closest("[data-tick-all]");
    if (all) {
      event.preventDefault();
      const boxes = ticks();
      const to = boxes.some((it) => !it.checked);
      for (const box of boxes) box.checked = to;
      count();
    }
    if (event.target.closest("[data-print]")) window.print();
  });

  // The list is renewed without its foot, which would lead back to what was shown before.
  document.addEventListener("submit", (event) => {
    const back = event.target.querySelector("[data-back]");
    if (back) back.value = location.pathname + location.search;
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-tick]")) count();
    if (event.target.matches("[data-own]")) document.getElementById(`${event.target.name}_own`)?.focus();
  });

  function ready() {
    for (const it of document.querySelectorAll("[data-print][hidden]")) it.hidden = false;
    count();
  }
  document.addEventListener("DOMContentLoaded", ready);
  document.addEventListener("htmx:afterSettle", ready);
})();
