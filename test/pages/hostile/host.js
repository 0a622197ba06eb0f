// ?rules= and ?scripts= name style sheets and scripts beside this page, comma-separated, that a site had before it
// had charts; ?root= is the class of its root element.
{
  const asked = new URLSearchParams(location.search);
  const names = (key) => (asked.get(key) ?? '').split(',').filter(Boolean);
  for (const name of names('rules')) document.write(`<link rel="stylesheet" href="rules/${name}.css">`);
  for (const name of names('scripts')) document.write(`<script src="scripts/${name}.js"></` + 'script>');
}
