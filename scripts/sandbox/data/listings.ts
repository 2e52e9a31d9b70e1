import { instant } from '../store/index.ts';
import type { Listing } from '../records.ts';
import { clouds } from '../records.ts';
import { formats } from './clouds/index.ts';
import type { Product } from './clouds/index.ts';
import { randomFor } from './random.ts';
import { dayLength } from './terms.ts';

const products: readonly Product[] = [
  product('Observability', 'Metrics, logs and traces in one place', 'hosts_monitored'),
  product('Data Catalog', 'Finds, describes and governs every table', 'assets_scanned'),
  product('Cost Guard', 'Explains cloud bills and keeps them in bounds', 'resources_tracked'),
  product('Event Stream', 'Moves events between systems within seconds', 'events_million'),
  product(
    'Identity Shield',
    'Sees who may do what, and takes back what nobody needs',
    'identities'
  ),
  product(
    'Feature Store',
    'Serves the same features in training and production',
    'features_served'
  ),
  product('Edge Cache', 'Brings content close to its readers', 'gigabytes_served'),
  product('Contract Vault', 'Keeps every agreement searchable and on time', 'documents_stored')
];
const editions = ['', 'Team', 'Enterprise', 'Government', 'Trial'];

function product(name: string, pitch: string, dimension: string): Product {
  const slug = `lumenfold-${name.toLowerCase().replaceAll(' ', '-')}`;
  return { name: `Lumenfold ${name}`, slug, pitch, dimension };
}

/** The product with this number: four products on three clouds first, then more, then editions. */
export function listingAt(seed: number, index: number, now: number): Listing {
  const random = randomFor(seed, `listing:${index}`);
  const cloud = clouds[index % clouds.length] ?? 'aws';
  const line = Math.floor(index / clouds.length);
  const base = products[line % products.length] ?? product('Platform', 'All in one', 'users');
  const edition = editions[Math.floor(line / products.length)] ?? `Edition ${line}`;
  const name = `${base.name} ${edition}`.trim();
  const format = formats[cloud];
  const slug = `${base.slug} ${edition}`.trim().toLowerCase().replaceAll(' ', '-');
  const ids = format.listing(random, { ...base, name, slug });
  return {
    id: random.uuid(),
    title: name,
    cloud,
    ...ids,
    eula_type: format.eula.standard,
    eula_url: 'https://lumenfold.example/legal/eula.pdf',
    short_description: `${base.pitch}.`,
    long_description: `${name}: ${base.pitch.toLowerCase()}. Runs in your own region, needs no agent, and is ready within an hour.`,
    last_modified_at: instant(
      now - random.integer(5, 400) * dayLength - random.integer(0, 80_000_000)
    )
  };
}
