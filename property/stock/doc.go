// Package stock keeps the books of a store (库存管理): spare and wear parts, materials, tools, emergency supplies,
// pesticides and medicines. It answers what is where, in which lot, what is to be ordered, what expires, which parts
// have served their time, and what a stock-taking found.
//
//   - [Catalogue] is the document of what is kept where, by whom, and how much of it at least; [New] makes a [Store] of it.
//   - [Move] is one entry of an append-only log: received, issued, returned, scrapped, transferred, counted, reversed.
//     Nothing is deleted; a mistake is undone by a reversing move.
//   - [Store.Replay] works out a [Ledger] as of a day, which answers everything else and says how each figure came about.
//
// A move says what happened and not which lots it took; that is worked out: earliest expiry first (近效期先出) or first in,
// first out (先进先出). Expired lots are scrapped or moved away by name, never issued.
//
//	store, err := stock.New(catalogue)
//	log, err = store.Append(log, stock.Move{On: day, Kind: stock.Issued, Item: "bulb", Quantity: two, Ref: "WO-118"})
//	ledger, err := store.Replay(log, day)
//	for _, level := range ledger.Below() { … } // how much to order, and why
//
// Moves are replayed by day, and within a day by number: one that is reported late counts from its own day. Where a count
// lies between, the count holds, its difference changes, and a [Notice] says so.
//
// Source: rules MAINT-57, MAINT-58, MAINT-S09, MAINT-S21, BILL-41, BILL-43, CLEAN-29, CLEAN-S26, CLEAN-S27, EMER-S05,
// EMER-14.
package stock
