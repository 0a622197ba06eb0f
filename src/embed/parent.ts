// For the page around: gives each frame with a chart the height that the frame says it needs, 60 to 4000 px.
const isChart = (frame: HTMLIFrameElement): boolean => URL.canParse(frame.src) && new URL(frame.src).pathname.endsWith('/embed.html');

addEventListener('message', ({ data, source }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
  if (data?.type !== 'open-token-charts:height' || typeof data.height !== 'number' || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    // a message is believed of the frame that sent it only, and of a chart's frame only
    if (frame.contentWindow === source && isChart(frame)) frame.style.height = `${Math.min(4000, Math.max(60, Math.ceil(data.height)))}px`;
  }
});

// a frame that told its height before this code was here is asked to tell it again
for (const frame of document.querySelectorAll('iframe')) if (isChart(frame)) frame.contentWindow?.postMessage({ type: 'open-token-charts:tell-height' }, '*');
