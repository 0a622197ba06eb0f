// For the page around: gives each frame with a chart the height that the frame says it needs, 60 to 4000 px.
addEventListener('message', ({ data, source }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
  if (data?.type !== 'open-token-charts:height' || typeof data.height !== 'number' || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    // a message is believed of the frame that sent it only, and of a chart's frame only
    if (frame.contentWindow === source && URL.canParse(frame.src) && new URL(frame.src).pathname.endsWith('/embed.html')) frame.style.height = `${Math.min(4000, Math.max(60, Math.ceil(data.height)))}px`;
  }
});
