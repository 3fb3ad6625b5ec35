import type { Answer, Answers } from '../answer.types.ts'
import { isoInstant } from '../instant.ts'
import { unlinkProduct } from '../offerings/links.ts'
import { cursorPage } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { create, productsIn, type Product } from './seed.ts'

type Changes = Partial<Product>

const listProducts: Answer = (history, input, now, store) => {
  const { filter } = input as { filter?: { type?: readonly string[] } }
  const rows = productsIn(store, history, now)
    .list()
    .filter(({ type }) => !filter?.type || (type !== null && filter.type.includes(type)))
  return cursorPage('/v4/products', rows.toReversed(), input)
}

const getProduct: Answer = (history, input, now, store) =>
  productsIn(store, history, now).get(input['product_id'] as string)

const createProduct: Answer = (history, input, now, store) => {
  const products = productsIn(store, history, now)
  const { id, ...fields } = input as Changes & { id: string }
  if (products.has(id))
    throw new Problem(
      'already_exists',
      `There is a product "${id}" already. Choose another id, or update that one.`,
    )
  const product = products.put(checked(create(id, fields, now)))
  return new Reply(201, product, { location: product.url })
}

const updateProduct: Answer = (history, input, now, store) => {
  const products = productsIn(store, history, now)
  const { product_id, ...changes } = input as Changes & { product_id: string }
  const updated = { ...products.get(product_id), ...changes, updated_at: isoInstant(now) }
  return products.put(checked(updated))
}

const deleteProduct: Answer = (history, input, now, store) => {
  const id = input['product_id'] as string
  productsIn(store, history, now).remove(id)
  unlinkProduct(store, history, id, now)
  return new Reply(204)
}

/** Only subscriptions have a duration. Throws a 400. */
function checked(product: Product): Product {
  if (product.duration === null || product.type?.startsWith('subscription')) return product
  throw invalid([
    {
      field: 'duration',
      message: `belongs to subscriptions only: send null with the type ${product.type}`,
    },
  ])
}

/** Answers of the products section, by operation id. */
export const productsAnswers: Answers = {
  v4ListProducts: listProducts,
  v4GetProduct: getProduct,
  v4CreateProduct: createProduct,
  v4UpdateProduct: updateProduct,
  v4DeleteProduct: deleteProduct,
}
