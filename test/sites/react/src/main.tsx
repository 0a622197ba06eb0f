import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { OriginSplitBar, TokenVolumeChart } from 'open-token-charts/react';

function Article() {
  const [title, setTitle] = useState('');
  return (
    <>
      <p id="loaded">{title}</p>
      <TokenVolumeChart src="/data/token-volume.json" loading="eager" yTicks="0 12.5 25 37.5 50" onChartLoad={(event) => setTitle(event.detail.dataset.title)} />
      <OriginSplitBar src="/data/origin-split.json" loading="eager" layout="bars" />
    </>
  );
}

// @ts-expect-error a layout that does not exist
export const refused = <OriginSplitBar layout="round" />;
// @ts-expect-error the same on the tag
export const refusedToo = <origin-split-bar layout="round" />;

const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><Article /></StrictMode>);
