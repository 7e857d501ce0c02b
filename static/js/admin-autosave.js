// A draft that saves itself just while its page is sent to be saved or published gets in the way: the server refuses it
// as too late; or rows that it has added stand there twice; or it becomes a newer draft of older words. So a page waits
// for the draft that is on its way already, and no other is begun.
const LONGEST_WAIT = 10000;
let leaving = false;
let isWaiting = false;
let draft;

function draftOnItsWay(form) {
  return window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave")?.submitPromise;
}

// As the browser would, with what the button says: the button itself is switched off by now, and would not be sent.
function send(form, button) {
  const said = document.createElement("input");
  Object.assign(said, { type: "hidden", name: button?.name ?? "", value: button?.value ?? "" });
  form.append(said);
  form.submit();
  said.remove();
}

window.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !form.matches("[data-controller~='w-autosave']")) {
    return;
  }
  leaving = true;
  const saving = draftOnItsWay(form);
  if (isWaiting || saving) {
    event.preventDefault();
  }
  if (saving && !isWaiting) {
    isWaiting = true;
    // One that still waits for a pause in the typing need not be sent.
    draft?.preventDefault();
    await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
    isWaiting = false;
    send(form, submitter);
  }
});

// Come back by the browser's button, the page is edited again.
window.addEventListener("pageshow", () => {
  leaving = false;
});

document.addEventListener("w-autosave:save", (event) => {
  draft = event;
  if (leaving) {
    event.preventDefault();
  }
});
