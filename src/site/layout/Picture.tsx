import { pictureSizes, type PictureForm } from '../../lib/pictures'
import type { Stream } from '../../lib/stream'
import type { Image } from '../../payload-types'
import { useView } from '../view'

type File = { address: string; width: number; height: number; form: PictureForm }
/** The column of the page: the whole width of a phone, 612 pixels on a desktop. */
const SPACE = '(max-width: 660px) 100vw, 612px'

/** An image in the smallest form the phone understands; its place on the page is kept free before it comes. */
export function Picture({ files, alt }: { files: File[]; alt: string }) {
  const { base } = useView()
  const of = (form: PictureForm) => files.filter((file) => file.form === form)
  const set = (some: File[]) => some.map(({ address, width }) => `${base}${address} ${width}w`).join(', ')
  // An image stored by an earlier version has WebP only.
  const plain = of('jpeg').length ? of('jpeg') : of('webp')
  const [first, last] = [plain[0], plain.at(-1)]
  if (!first || !last) return null
  return (
    <picture>
      {(['avif', 'webp'] as const).map((form) => {
        const some = of(form)
        return some.length > 0 && <source key={form} type={`image/${form}`} srcSet={set(some)} sizes={SPACE} />
      })}
      <img
        src={base + first.address}
        srcSet={plain.length > 1 ? set(plain) : undefined}
        sizes={plain.length > 1 ? SPACE : undefined}
        alt={alt}
        width={last.width}
        height={last.height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  )
}

/** The sizes of an uploaded image. A small one has the same width twice, which is named once. */
export function filesOfImage({ sizes }: Image): File[] {
  const all = pictureSizes.flatMap(({ name, form }) => {
    const { filename, width, height } = (sizes as Sizes | undefined)?.[name] ?? {}
    return filename && width && height ? [{ address: `/media/images/${filename}`, width, height, form }] : []
  })
  return all.filter((file, at) => all.findIndex(({ form, width }) => form === file.form && width === file.width) === at)
}
type Sizes = Record<string, { filename?: string | null; width?: number | null; height?: number | null } | undefined>

const formOf: Record<string, PictureForm> = { avif: 'avif', webp: 'webp', jpg: 'jpeg' }

/** The poster of a film; every form has one width. */
export function filesOfPoster({ folder, poster, posterForms = [], width, height }: Stream): File[] {
  return [poster, ...posterForms].flatMap((name) => {
    const form = formOf[name.split('.').at(-1) ?? '']
    return form ? [{ address: `${folder}/${name}`, width, height, form }] : []
  })
}
