// Once a page is on its way to be published, a draft saved of itself would come too late: the server refuses it as
// older than what was just published. So none is sent.
let leaving = false;

window.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.matches("[data-controller~='w-autosave']")) {
    leaving = true;
  }
});

// Come back by the browser's button, the page is edited again.
window.addEventListener("pageshow", () => {
  leaving = false;
});

document.addEventListener("w-autosave:save", (event) => {
  if (leaving) {
    event.preventDefault();
  }
});
