// Answers questions of an import through the API that programs use, and shows the page anew without leaving it.

import {link, page, send, tell} from "./writing.js";

const said = document.getElementById("said");
const questions = () => document.getElementById("questions");

ready();
window.addEventListener("popstate", () => show(location.href));
document.addEventListener("click", event => {
  const button = event.target.closest("button[data-verdict], button[data-undo]");
  const leading = event.target.closest("a[data-in-place]");
  if (button && !document.body.hasAttribute("aria-busy")) {
    button.dataset.undo ? undo(button) : decide(button);
  } else if (leading && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    history.pushState(null, "", leading.href);
    show(leading.href).then(() => document.querySelector("#questions .tabs [aria-current]")?.focus());
  }
});

function ready() {
  for (const part of questions().querySelectorAll(".answers")) part.hidden = false;
}

async function decide(button) {
  const {question, verdict, candidate = ""} = button.dataset;
  const body = {decisions: [{question, verdict, candidate}], why: whyOf(button)};
  const told = await send(`/api/v1/imports/${said.dataset.import}/decisions`, body);
  if (!told.failed) await applied(said.dataset.kept, told, true);
}

async function undo(button) {
  const numbers = button.dataset.undo.trim().split(/\s+/).map(Number);
  const told = await send("/api/v1/judgements/undo", {numbers, why: whyOf(button)});
  if (!told.failed) await applied(said.dataset.undone, told, false);
}

/** The reason that was typed beside the button. */
function whyOf(button) {
  return button.closest("article")?.querySelector(".why")?.value.trim() ?? "";
}

async function applied(words, told, undoable) {
  const parts = [`${words} ${told.judgements.join(", ")}.`];
  if (told.imports.length) {
    parts.push(said.dataset.staged, ...told.imports.map(one => link(page(`/imports/${one.id}`), one.id)));
  }
  if (undoable && told.judgements.length) {
    const back = document.createElement("button");
    back.type = "button";
    back.className = "plain-button";
    back.dataset.undo = told.judgements.join(" ");
    back.textContent = said.dataset.undo;
    parts.push(back);
  }
  await show(location.href);
  tell(parts);
  said.focus();
}

/** Puts the questions of that address in the place of those shown. The key stays typed, as the page stays. */
async function show(address) {
  try {
    const answer = await fetch(address, {credentials: "omit", headers: {Accept: "text/html"}});
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("questions");
    if (!fresh) return tell([said.dataset.failed], true);
    questions().replaceWith(document.adoptNode(fresh));
    ready();
  } catch {
    tell([said.dataset.failed], true);
  }
}
