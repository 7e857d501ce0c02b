// The page chooser of Wagtail, for several pages: what is chosen there is added as ticked boxes.
const startPagesChooser = (box) => {
  const list = box.querySelector(".pages-chooser__chosen");
  const button = box.querySelector("button");
  const chooser = window.telepath.unpack(JSON.parse(box.dataset.pagesChooser));

  const add = ({ id, adminTitle, title }) => {
    const known = list.querySelector(`input[value="${CSS.escape(String(id))}"]`);
    if (known) {
      known.checked = true;
      return;
    }
    const tick = document.createElement("input");
    tick.type = "checkbox";
    tick.name = box.dataset.name;
    tick.value = id;
    tick.checked = true;
    const label = document.createElement("label");
    label.append(tick, ` ${adminTitle || title}`);
    const item = document.createElement("li");
    item.append(label);
    list.append(item);
    tick.dispatchEvent(new Event("change", { bubbles: true }));
  };

  button.addEventListener("click", () => {
    chooser.openModal(
      (chosen) => {
        [chosen].flat().forEach(add);
        button.focus();
      },
      { multiple: true },
    );
  });
};

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-pages-chooser]").forEach(startPagesChooser);
});
