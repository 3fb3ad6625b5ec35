import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { createProduct, getProduct, listProducts, updateProduct } from './operations.ts'

/** A question for a page of products: size, cursor and types; every part is optional. */
export type ProductsInput = InputOf<typeof listProducts>
/** A page of products. */
export type ProductsPage = OutputOf<typeof listProducts>
/** One product. */
export type Product = OutputOf<typeof getProduct>
/** A product to add. */
export type CreateProductInput = InputOf<typeof createProduct>
/** What to change of a product. */
export type UpdateProductInput = InputOf<typeof updateProduct>
