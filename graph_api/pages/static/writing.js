// What the pages that write share. The API key stays in its field: it goes into one header and nowhere else.

const said = document.getElementById("said");
const language = document.documentElement.lang;

// What the page says to those without scripts gives way to what needs them.
document.getElementById("without").hidden = true;
document.getElementById("writing").hidden = false;

/** The answer of the API to a POST; {failed, facts} after the reader was told why there is none. */
export async function send(path, body) {
  const headers = {};
  const key = document.getElementById("key").value.trim();
  if (key) headers.Authorization = `Bearer ${key}`;
  if (!(body instanceof FormData)) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(body);
  }
  const address = new URL(path, location.origin);
  address.searchParams.set("lang", language);
  tell([said.dataset.busy]);
  document.body.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, {method: "POST", headers, body, credentials: "omit", redirect: "error"});
    const told = await answer.json();
    if (answer.ok) return told;
    tell([told.detail, told.hint].filter(Boolean), true);
    return {failed: true, facts: told.facts ?? {}};
  } catch {
    tell([said.dataset.failed], true);
    return {failed: true, facts: {}};
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

/** Says something to the reader, screen readers too; parts are texts and nodes. */
export function tell(parts, wrong = false) {
  said.replaceChildren(...parts.flatMap((part, i) => (i ? [" ", part] : [part])));
  said.classList.toggle("wrong", wrong);
}

export function link(address, text) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

/** The address of a page of ours, in the language of this one. */
export function page(path) {
  return language === "en" ? `${path}?lang=en` : path;
}
