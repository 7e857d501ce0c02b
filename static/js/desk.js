/* Sends dropped or chosen files one by one, shows how far each has come, and puts each report on the desk. */
const form = document.querySelector("[data-desk]");
const input = form.querySelector("input[type=file]");
const list = document.querySelector("[data-desk-progress]");
const status = document.querySelector("[data-desk-status]");
const AT_ONCE = 2;
const waiting = [];
let sending = 0;
let finished = 0;
let taken = 0;

form.querySelector("[data-desk-drag]")?.removeAttribute("hidden");

function say(words) {
  status.textContent = words;
}

function line(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  const state = document.createElement("span");
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  state.textContent = "Waiting";
  item.append(name, bar, state);
  list.append(item);
  return { bar, state };
}

function place(one) {
  const holder = document.createElement("template");
  holder.innerHTML = one.html;
  const target = one.on_desk ? "[data-desk-files]" : "[data-desk-refused-list]";
  document.querySelector(target).append(holder.content);
  if (one.on_desk) {
    taken += 1;
    document.querySelector("[data-desk-empty]").hidden = true;
    document.querySelector("[data-desk-hand]").hidden = false;
    offerSeveral();
  } else {
    document.querySelector("[data-desk-refused]").hidden = false;
  }
}

/* Offers each kind of warning that lies on the desk to be accepted in several files at once. */
function offerSeveral() {
  const choice = document.querySelector("#several-code");
  const known = new Set([...choice.options].map((option) => option.value));
  for (const warning of document.querySelectorAll("[data-desk-warning]")) {
    const code = warning.dataset.deskWarning;
    if (known.has(code)) continue;
    known.add(code);
    choice.add(new Option(warning.querySelector("legend").firstChild.textContent.trim().slice(0, 90), code));
  }
  const files = document.querySelectorAll("[data-desk-files] > *").length;
  document.querySelector("[data-desk-several]").hidden = files < 2 || !choice.options.length;
}

function reason(request) {
  if (request.status === 0) return "The connection broke off. Upload it again.";
  if (request.status === 413) return "The file is too big for this site.";
  if (request.status === 507) return "There is no room left on the server’s disk.";
  if (request.status === 403) return "You were signed out. Sign in again, and upload it once more.";
  return "Something went wrong. Upload it again.";
}

function done(shown, words) {
  shown.bar.value = 1;
  shown.state.textContent = words;
  sending -= 1;
  finished += 1;
  next();
  if (sending === 0 && waiting.length === 0) {
    const all = finished === 1 ? "1 file is" : `${finished} files are`;
    say(`${all} checked. On your desk: ${taken}. Not taken: ${finished - taken}.`);
    form.reset();
  } else {
    say(`${finished} of ${finished + sending + waiting.length} checked.`);
  }
}

function send({ file, shown }) {
  sending += 1;
  const data = new FormData(form);
  data.delete("files");
  data.append("files", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    shown.bar.value = (event.loaded / event.total) * 0.9;
    shown.state.textContent = event.loaded < event.total ? `${Math.round((event.loaded / event.total) * 100)} % sent` : "Checking…";
  });
  request.addEventListener("loadend", () => {
    let answer = null;
    try {
      answer = request.status === 200 ? JSON.parse(request.responseText) : null;
    } catch {
      answer = null;
    }
    if (!answer?.files.length) {
      done(shown, answer ? "Nothing arrived. Upload it again." : reason(request));
      return;
    }
    place(answer.files[0]);
    done(shown, answer.files[0].says);
  });
  request.send(data);
}

function next() {
  while (sending < AT_ONCE && waiting.length) send(waiting.shift());
}

function take(files) {
  if (!files.length) return;
  if (sending === 0 && waiting.length === 0) {
    finished = 0;
    taken = 0;
    list.replaceChildren();
  }
  for (const file of input.multiple ? files : [files[0]]) waiting.push({ file, shown: line(file) });
  say(`Uploading ${waiting.length === 1 ? "1 file" : `${waiting.length} files`}.`);
  next();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  take([...input.files]);
});
for (const kind of ["dragenter", "dragover"]) {
  form.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.add("desk-drop--over");
  });
}
for (const kind of ["dragleave", "drop"]) {
  form.addEventListener(kind, () => form.classList.remove("desk-drop--over"));
}
form.addEventListener("drop", (event) => {
  event.preventDefault();
  take([...event.dataTransfer.files]);
});
// Leaving in the middle would lose the files that are not sent yet.
window.addEventListener("beforeunload", (event) => {
  if (sending || waiting.length) event.preventDefault();
});
