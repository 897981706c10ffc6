import * as pulumi from "@pulumi/pulumi";
import type { Registered } from "./mocks";

/** What lies as text in the code of a function beside its bundle, by its name. */
export async function textsOfCode({ inputs }: Registered): Promise<Record<string, string>> {
  const assets = Object.entries(await (inputs.code as pulumi.asset.AssetArchive).assets);
  const texts = assets.filter(([, asset]) => pulumi.asset.StringAsset.isInstance(asset) && "text" in asset);
  return Object.fromEntries(
    await Promise.all(
      texts.map(async ([name, asset]) => [name, await (asset as pulumi.asset.StringAsset).text] as const),
    ),
  );
}
