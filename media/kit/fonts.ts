import { createRequire } from 'node:module'
import { linkFile, path } from '../storage'

const faces = { regular: '400Regular', bold: '700Bold' } as const

/** The open font that came with the product: burned-in words look the same on a machine without any font. */
export const fontFile = (face: keyof typeof faces): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${faces[face]}/NotoSansSC_${faces[face]}.ttf`)

/** Both faces in a folder of their own, as libass wants them. */
export async function fontsInto(folder: string): Promise<void> {
  for (const face of ['regular', 'bold'] as const) await linkFile(fontFile(face), path.join(folder, `${face}.ttf`))
}
