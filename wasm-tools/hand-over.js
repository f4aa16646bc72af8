// Hands the answers over to the page beside this one in which they can be kept. That page was opened by a press on the
// link to it, and asks for them; only a page of this same site is heard, and only it is answered. Once it has them, they
// are taken away here: so they stand in one page, which locks.
const is_of_site = from => from === origin && !document.URL.startsWith('file:');
addEventListener('message', ({ origin: from, source, data }) => {
  const tool = is_of_site(from) && tools_here[data.of];
  if (!tool) return;
  if (data.took) return tool.ask(() => tool.pressed('moved', ''));
  const [, , ...has] = tool.ask(() => tool.take('answers', day(), moment())).split('\n');
  if (has.length) source.postMessage({ has: has.join('\n') }, origin);
});
