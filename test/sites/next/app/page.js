import { TokenVolumeChart as Class } from 'open-token-charts';
import { OriginSplitBar, TokenVolumeChart } from 'open-token-charts/react';

/** Made on the server, where the classes can be imported; drawn in the browser. */
export default function Page() {
  return (
    <main>
      <p>{Class.observedAttributes.includes('src') ? 'Two charts' : 'none'}</p>
      <TokenVolumeChart src="/data/token-volume.json" loading="eager" />
      <OriginSplitBar src="/data/origin-split.json" loading="eager" layout="bars" />
    </main>
  );
}
