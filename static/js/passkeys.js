/* Passkeys: without this script, and in a browser that has none, these forms stay hidden and the
   code by mail is the way in. Needs webauthn-json of allauth before it. */
(() => {
  "use strict";

  if (!window.PublicKeyCredential || !window.webauthnJSON) {
    return;
  }

  const options = async (form) => {
    const kept = document.getElementById(form.dataset.passkeyOptions);
    if (kept) {
      return JSON.parse(kept.textContent);
    }
    const answer = await fetch(form.action, {
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
    });
    if (!answer.ok) {
      throw new Error(`no options: ${answer.status}`);
    }
    return answer.json();
  };

  const ceremony = async (form) => {
    const asked = await options(form);
    return form.dataset.passkey === "create"
      ? window.webauthnJSON.create(asked.creation_options)
      : window.webauthnJSON.get(asked.request_options);
  };

  const start = async (form) => {
    const error = form.querySelector("[data-passkey-error]");
    const button = form.querySelector("button");
    error.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = JSON.stringify(await ceremony(form));
      form.submit();
    } catch {
      error.hidden = false;
      button.disabled = false;
      button.focus();
    }
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      start(form);
    });
    form.hidden = false;
  });
  document.querySelectorAll("[data-passkey-missing]").forEach((words) => {
    words.hidden = true;
  });
})();
