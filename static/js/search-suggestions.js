/* Suggests titles while somebody types in a search box; without this script the box just searches.
   The pattern is ARIA's combobox with a list box: focus stays in the box, arrows choose, Enter searches. */
const SOON = 150;
let made = 0;

for (const box of document.querySelectorAll("input[data-suggestions]")) {
  const list = document.createElement("ul");
  const told = document.createElement("p");
  list.className = "app-suggestions";
  list.id = `search-suggestions-${(made += 1)}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  told.className = "nhsuk-u-visually-hidden";
  told.setAttribute("role", "status");
  box.parentElement.append(list, told);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  let typed = box.value;
  let chosen = -1;
  let timer = 0;
  let asking = null;

  const close = () => {
    asking?.abort();
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    told.textContent = "";
  };

  const choose = (number) => {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    const option = list.children[chosen];
    box.value = option ? option.textContent : typed;
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  };

  const show = (titles) => {
    close();
    if (!titles.length) return;
    titles.forEach((title, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.className = "app-suggestions__item";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = title;
      // Before the box loses focus, which would close the list.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => {
        box.value = title;
        box.form.requestSubmit();
      });
      list.append(option);
    });
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    told.textContent = `${titles.length} ${titles.length === 1 ? "suggestion" : "suggestions"}. Use the arrow keys.`;
  };

  const ask = async () => {
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q: typed });
      const answer = await fetch(`${box.dataset.suggestions}?${query}`, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      // Typing goes on, or the network is gone: the box searches all the same.
    }
  };

  box.addEventListener("input", () => {
    typed = box.value;
    asking?.abort();
    clearTimeout(timer);
    if (typed.trim().length < 2) return close();
    timer = setTimeout(ask, SOON);
  });

  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") choose(chosen === last ? -1 : chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen === -1 ? last : chosen - 1);
    else if (event.key === "Escape") {
      box.value = typed;
      close();
    } else return;
    event.preventDefault();
  });

  box.addEventListener("blur", close);
}
