import type { CollectionBeforeValidateHook, Field } from 'payload'
import { label } from '../../src/lib/labels'
import { slugify } from '../../src/lib/slug'

export const slugField: Field = {
  name: 'slug',
  type: 'text',
  label: label('网址名', 'Slug'),
  unique: true,
  index: true,
  admin: {
    position: 'sidebar',
    description: label('留空会按标题自动生成；公开以后不再变。', 'Made from the title when empty; stable once public.'),
  },
  validate: (value: unknown) =>
    !value ||
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(value)) ||
    '只能用小写字母、数字和短横线 / lower-case letters, digits and hyphens',
}

/** Fills an empty slug from a title field and makes it unique in its collection. An empty value is left unset (a null collides in MongoDB). */
export function slugFrom(source: string): CollectionBeforeValidateHook {
  return async ({ data, originalDoc, req, collection }) => {
    if (!data) return data
    const wanted = data.slug || originalDoc?.slug || slugify(String(data[source] ?? ''))
    if (!wanted) {
      delete data.slug
      return data
    }
    if (wanted === originalDoc?.slug) return { ...data, slug: wanted }
    data.slug = await firstFree(wanted)
    return data

    async function firstFree(base: string): Promise<string> {
      for (let n = 1; ; n++) {
        const slug = n === 1 ? base : `${base}-${n}`
        const { totalDocs } = await req.payload.count({
          collection: collection.slug,
          where: {
            and: [{ slug: { equals: slug } }, ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : [])],
          },
          overrideAccess: true,
          req,
        })
        if (totalDocs === 0) return slug
      }
    }
  }
}
