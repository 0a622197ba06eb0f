// Node imports the package, and nothing is registered by it.
import { TokenVolumeChart } from 'open-token-charts';
import { OriginSplitBar } from 'open-token-charts/origin-split-bar';

if (globalThis.customElements?.get('token-volume-chart') || !TokenVolumeChart || !OriginSplitBar) throw new Error('importing the classes registered them');
