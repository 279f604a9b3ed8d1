// On a narrow screen the filters of the search page are folded, so that the hits stand first. Without script they are open.
"use strict";

(() => {
  const narrow = window.matchMedia("(max-width: 991px)");
  let open = !narrow.matches;

  const fold = () => {
    const filters = document.getElementById("filters");
    if (filters) filters.open = open;
  };

  document.addEventListener("toggle", (event) => {
    if (event.target.id === "filters") open = event.target.open;
  }, true);
  document.addEventListener("htmx:afterSwap", fold);
  narrow.addEventListener("change", () => { open = !narrow.matches; fold(); });
  fold();
})();
