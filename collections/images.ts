import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { pictureEnding, pictureForms, pictureSizes } from '../src/lib/pictures'
import { createInOwnOffice, ownOffice, staffOf } from './access'
import { keepsItsFile } from './access/immutable'
import { officeField } from './fields/office'
import { takePicture } from './hooks/pictures'
import { wordRefusal } from './hooks/uploads'

export const images: CollectionConfig = {
  slug: 'images',
  labels: { singular: label('图片', 'Image'), plural: label('图片', 'Images') },
  admin: { group: label('素材', 'Material') },
  access: {
    // Staff only: residents get the sizes of what a public page shows, by `/media/images`, never the original.
    // A query, not `true`: Payload serves any file of the folder when read answers `true`.
    read: ({ req }) => (staffOf(req) ? { id: { exists: true } } : false),
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  hooks: { beforeOperation: [keepsItsFile, takePicture], afterError: [wordRefusal] },
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
    pasteURL: false,
    // A crop would change what was approved; the focal point says what share cards must keep.
    crop: false,
    focalPoint: true,
    adminThumbnail: 'small',
    imageSizes: pictureSizes.map(({ name, size, width, form }) => ({
      name,
      width,
      fit: 'inside',
      withoutEnlargement: true,
      formatOptions: { format: form, options: pictureForms[form] },
      generateImageName: ({ originalName }) => `${originalName}.${size}.${pictureEnding[form]}`,
      admin: { disableListColumn: true, disableListFilter: true },
    })),
  },
  fields: [
    { name: 'alt', type: 'text', required: true, label: label('图上有什么（念给看不见的人听）', 'Alternative text') },
    officeField,
  ],
}
