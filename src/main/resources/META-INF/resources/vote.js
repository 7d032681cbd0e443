// hands the secret on from the link's fragment in a form's body, and takes it out of the address and the history
if (location.hash.length > 1) {
  const secret = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  document.getElementById('secret').value = secret;
  document.getElementById('open').submit();
}
