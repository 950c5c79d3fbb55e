// Made from docs/openapi.json by `node scripts/openapi.ts`: change the application, not this file.
export interface paths {
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items in the order of their ids
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listItems"];
        /**
         * Creates or replaces items: all of them, or none
         * @description Needs the scope `items:write`.
         */
        put: operations["saveItems"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item
         * @description Needs the scope `items:read`.
         */
        get: operations["getItem"];
        /**
         * Creates or replaces one item
         * @description Needs the scope `items:write`.
         */
        put: operations["saveItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items with their stock and listings, for a list
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many items there are, by filter
         * @description Needs the scope `items:read`.
         */
        get: operations["countCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/selling-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * In which marketplaces you sell
         * @description Needs the scope `items:read`.
         */
        get: operations["listSellingPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an item stands at Amazon
         * @description Needs the scope `items:read`.
         */
        get: operations["listItemListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to an item at Amazon and on the shelf, the newest first
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listItemHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/product-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product types by words, or by an item's title
         * @description Needs the scope `items:read`.
         */
        get: operations["findProductTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/product-types/{productType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Amazon's definition of a product type
         * @description Needs the scope `items:read`.
         */
        get: operations["getProductType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/amazon/{marketplaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Amazon tab of an item, as a form
         * @description Needs the scope `items:read`.
         */
        get: operations["getAmazonTab"];
        /**
         * Saves it, with the faults that were found
         * @description Needs the scope `items:write`.
         */
        put: operations["saveAmazonTab"];
        post?: never;
        /**
         * Takes it away
         * @description Needs the scope `items:write`.
         */
        delete: operations["removeAmazonTab"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/amazon/{marketplaceId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amazon's validation preview; nothing changes
         * @description Needs the scope `items:read`.
         */
        post: operations["previewAmazonTab"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/amazon/{marketplaceId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates the listing at Amazon, once confirmed
         * @description Needs the scope `items:write`.
         */
        post: operations["submitAmazonTab"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files that were brought, the newest first
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Brings a file; nothing is changed until it is applied
         * @description Needs the scope `items:write`.
         */
        post: operations["bringImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import
         * @description Needs the scope `items:read`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows of an import, in their order
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says what the columns are; the rows are looked through again
         * @description Needs the scope `items:write`.
         */
        put: operations["nameImportColumns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Chooses the marketplace of a template, or the channel of orders, that names none
         * @description Needs the scope `items:write`.
         */
        put: operations["chooseImportOptions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies an import, in the background
         * @description Needs the scope `items:write`.
         */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what an import wrote; what was changed since stays
         * @description Needs the scope `items:write`.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up an import that was not applied
         * @description Needs the scope `items:write`.
         */
        post: operations["dropImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The channels beside Amazon
         * @description Needs the scope `orders:read`.
         */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-order-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of orders to be filled in; as an Excel workbook where that is accepted
         * @description Needs the scope `orders:read`.
         */
        get: operations["getOrderTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Adds a channel, or changes it
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveChannel"];
        post?: never;
        /**
         * Removes a channel without orders
         * @description Needs the scope `settings:write`.
         */
        delete: operations["removeChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The columns of an own spreadsheet; as a file by `Accept: text/csv` or that of a workbook
         * @description Needs the scope `items:read`.
         */
        get: operations["getImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sku-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mappings in the order of their SKUs, those of an item, or the one of a SKU
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listSkuMappings"];
        /**
         * Creates or replaces mappings: all, or none
         * @description Needs the scope `items:write`.
         */
        put: operations["saveSkuMappings"];
        post?: never;
        /**
         * Removes the mapping of a SKU
         * @description Needs the scope `items:write`.
         */
        delete: operations["removeSkuMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sku-mappings/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The items that a seller SKU may be, and why
         * @description Needs the scope `items:read`.
         */
        get: operations["suggestItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/distribution-centers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Distribution centers in the merchant's order
         * @description Needs the scope `items:read`.
         */
        get: operations["listCenters"];
        /**
         * Replaces the list of distribution centers
         * @description Needs the scope `items:write`.
         */
        put: operations["saveCenters"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock by item and center
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listStock"];
        /**
         * Sets stock on hand: all entries, or none
         * @description Needs the scope `items:write`.
         */
        put: operations["setStock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items with what lies of them in each center
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listStockTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vendors, and what each is given now
         * @description Needs the scope `settings:read`.
         */
        get: operations["listVendors"];
        /**
         * Replaces the list of vendors
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveVendors"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders that wait in this vendor's centers; without addresses
         * @description Needs the scope `vendor:orders`.
         */
        get: operations["listVendorOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor-orders/{orderNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order with its address, where this vendor may know it; it stands in the audit
         * @description Needs the scope `vendor:orders`.
         */
        get: operations["getVendorOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor-purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses that this vendor must erase
         * @description Needs the scope `vendor:orders`.
         */
        get: operations["listVendorPurges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor-purges/{orderNumber}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * This vendor erased the address of an order
         * @description Needs the scope `vendor:orders`.
         */
        post: operations["acknowledgeVendorPurge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds to stock or takes from it, with a reason: all entries, or none
         * @description Needs the scope `items:write`.
         */
        post: operations["adjustStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves stock from center to center: all entries, or none
         * @description Needs the scope `items:write`.
         */
        post: operations["transferStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes stock in: all entries, or none
         * @description Needs the scope `items:write`.
         */
        post: operations["receiveStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says how many were counted: all entries, or none
         * @description Needs the scope `items:write`.
         */
        post: operations["countStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/restock-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says when more of items comes, or that no day is known any more: all entries, or none
         * @description Needs the scope `items:write`.
         */
        put: operations["setRestockDays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/stock-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of an item's stock, the newest first
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listStockMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of all stock, the newest first
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listAllStockMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All offers, by item and marketplace
         * @description Needs the scope `items:read`.
         */
        get: operations["listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{itemId}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The offers of one item
         * @description Needs the scope `items:read`.
         */
        get: operations["getOffers"];
        /**
         * Makes these the offers of one item
         * @description Needs the scope `items:write`.
         */
        put: operations["saveOffers"];
        post?: never;
        /**
         * Removes offers of one item
         * @description Needs the scope `items:write`.
         */
        delete: operations["removeOffers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Orders section
         * @description Needs the scope `settings:read`.
         */
        get: operations["getOrderSettings"];
        /**
         * Saves the Orders section
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveOrderSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/shipping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Shipping section
         * @description Needs the scope `settings:read`.
         */
        get: operations["getShippingSettings"];
        /**
         * Saves the Shipping section
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveShippingSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shipping methods
         * @description Needs the scope `settings:read`.
         */
        get: operations["listShippingMethods"];
        /**
         * Replaces the list of shipping methods
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveShippingMethods"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Inventory section
         * @description Needs the scope `settings:read`.
         */
        get: operations["getInventorySettings"];
        /**
         * Saves the Inventory section
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveInventorySettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what of the settings, the newest first
         * @description Needs the scope `settings:read`.
         */
        get: operations["listSettingsChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The merchant's carriers and what Amazon calls them
         * @description Needs the scope `settings:read`.
         */
        get: operations["listCarriers"];
        /**
         * Makes this the list of carriers
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveCarriers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carriers/amazon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Amazon's own list
         * @description Needs the scope `settings:read`.
         */
        get: operations["listAmazonCarriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carriers/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The carriers that a tracking number may be of; nothing is changed
         * @description Needs the scope `settings:read`.
         */
        post: operations["guessCarrier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole configuration
         * @description Needs the scope `settings:read` and `items:read`.
         */
        get: operations["getConfiguration"];
        /**
         * Applies the sections that are sent: all of them, or none
         * @description Needs the scope `settings:write` and `items:write`.
         */
        put: operations["applyConfiguration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Screen branding themes
         * @description Needs the scope `settings:read`.
         */
        get: operations["listThemes"];
        /**
         * Replaces the list of themes
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveThemes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Emails section
         * @description Needs the scope `settings:read`.
         */
        get: operations["getEmailSettings"];
        /**
         * Saves the Emails section
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveEmailSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails to the buyer of an order, the oldest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listMailsOfOrder"];
        put?: never;
        /**
         * Writes a mail to the buyer
         * @description Needs the scope `orders:write`.
         */
        post: operations["askBuyerMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyer-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listBuyerMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyer-mails/{mailId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what becomes of a mail that is unclear or refused
         * @description Needs the scope `orders:write`.
         */
        post: operations["decideBuyerMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is told by mail, of what
         * @description Needs the scope `settings:read`.
         */
        get: operations["getNotifications"];
        /**
         * Replaces the list of who is told
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one mail now
         * @description Needs the scope `settings:write`.
         */
        post: operations["sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of what you are told by mail
         * @description For people: needs a session of somebody who works for the merchant.
         */
        get: operations["getOwnNotifications"];
        /**
         * Says of what you are told
         * @description For people: needs a session of somebody who works for the merchant.
         */
        put: operations["saveOwnNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails, the newest first
         * @description Needs the scope `settings:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mails/{mailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mail with its text
         * @description Needs the scope `settings:read`.
         */
        get: operations["getMail"];
        put?: never;
        post?: never;
        /**
         * Takes a waiting mail off
         * @description Needs the scope `settings:write`.
         */
        delete: operations["removeMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connections to Amazon
         * @description Needs the scope `settings:read`.
         */
        get: operations["listConnections"];
        /**
         * Saves a connection after proving it
         * @description Needs the scope `settings:write`.
         */
        put: operations["saveConnection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts importing orders
         * @description Needs the scope `settings:write`.
         */
        post: operations["startImporting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pauses importing; nothing is lost
         * @description Needs the scope `settings:write`.
         */
        post: operations["pauseImporting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Names the missing role
         * @description Needs the scope `settings:write`.
         */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/lapse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets the day on which it lapses
         * @description Needs the scope `settings:write`.
         */
        put: operations["setLapse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/what-stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stops when it is cleared
         * @description Needs the scope `settings:read`.
         */
        get: operations["whatStops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Clears the credentials
         * @description Needs the scope `settings:write`.
         */
        delete: operations["clearConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Certificates of deletion
         * @description Needs the scope `settings:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marketplaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Amazon's own marketplaces, region by region
         * @description Needs the scope `settings:read`.
         */
        get: operations["listMarketplaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/by-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Chooses to work by files, or names other marketplaces for it
         * @description Needs the scope `settings:write`.
         */
        put: operations["workByFiles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/order-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Order reports, the newest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listOrderReports"];
        put?: never;
        /**
         * Brings an order report of Seller Central
         * @description Needs the scope `orders:write`.
         */
        post: operations["bringOrderReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/order-reports/{import}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each order of a report
         * @description Needs the scope `orders:read`.
         */
        get: operations["listReportedOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits to be carried to Seller Central, and what was carried last
         * @description Needs the scope `orders:read`.
         */
        get: operations["listFilesOfToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of a price-and-quantity file, and how each stands now
         * @description Needs the scope `items:read`.
         */
        get: operations["listPriceFileLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The steps before importing starts
         * @description Needs the scope `settings:read`.
         */
        get: operations["getChecklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The last 48 hours as what each order would become
         * @description Needs the scope `orders:read`.
         */
        post: operations["previewOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, the newest first or sorted as asked
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order by our number or the Amazon order id
         * @description Needs the scope `orders:read`.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves an order to another stage
         * @description Needs the scope `orders:write`.
         */
        post: operations["moveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides about the buyer's request to cancel: cancel at Amazon, or ship anyway
         * @description Needs the scope `orders:write`.
         */
        post: operations["decideCancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an order at Amazon, whether the buyer asks for it or not
         * @description Needs the scope `orders:write`.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests to cancel and own cancellations, the oldest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listCancellations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What lies in packages, line by line, those of the newest order first
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listShipments"];
        put?: never;
        /**
         * Enters packages that left, each by itself, with a result each
         * @description Needs the scope `shipments:write`.
         */
        post: operations["enterShipments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a file of packages, such as a carrier's program writes, and says what entering each would do; nothing is entered
         * @description Needs the scope `shipments:write`.
         */
        post: operations["readShipmentFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/packages/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes back a package while Amazon cannot have heard of it; its stock comes back
         * @description Needs the scope `shipments:write`.
         */
        delete: operations["voidPackage"];
        options?: never;
        head?: never;
        /**
         * Corrects carrier, service, tracking or ship date; Amazon is told again
         * @description Needs the scope `shipments:write`.
         */
        patch: operations["correctPackage"];
        trace?: never;
    };
    "/api/v1/orders/{order}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refunds of an order, the oldest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listRefunds"];
        put?: never;
        /**
         * Gives money back to the buyer of an order
         * @description Needs the scope `orders:write`.
         */
        post: operations["enterRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refunds/{refund}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whether a refund was paid that nobody is sure of
         * @description Needs the scope `orders:write`.
         */
        post: operations["decideRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/where-is-order/{amazonOrderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where an Amazon order is, and why
         * @description Needs the scope `orders:write`.
         */
        post: operations["whereIsOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What goes up to Amazon; what waits for a person first
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{outboxId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends it now, from the beginning
         * @description Needs the scope `orders:write`.
         */
        post: operations["retryOutbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{outboxId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes it off: it is never sent
         * @description Needs the scope `orders:write`.
         */
        delete: operations["removeOutbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be sent
         * @description Needs the scope `settings:read`.
         */
        get: operations["getSending"];
        /**
         * Switches sending on or off
         * @description Needs the scope `settings:write`.
         */
        put: operations["switchSending"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would be sent now; nothing is
         * @description Needs the scope `items:read`.
         */
        get: operations["dryRun"];
        put?: never;
        /**
         * What would be sent now of chosen SKUs; nothing is
         * @description Needs the scope `items:read`.
         */
        post: operations["dryRunChosen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each SKU: wanted, sent, confirmed
         * @description Needs the scope `items:read`.
         */
        get: operations["listSkuFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a SKU
         * @description Needs the scope `items:read`.
         */
        get: operations["listSkuHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves held prices, some or all
         * @description Needs the scope `items:write`.
         */
        post: operations["approvePrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/release-brake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases the brake: what it stopped goes
         * @description Needs the scope `items:write`.
         */
        post: operations["releaseBrake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/read-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads back at once what Amazon took of these SKUs
         * @description Needs the scope `items:write`.
         */
        post: operations["readBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Manual Upload: changed or chosen SKUs, now
         * @description Needs the scope `items:write`.
         */
        post: operations["uploadNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a price back and pins it
         * @description Needs the scope `items:write`.
         */
        post: operations["putPriceBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/sending/release-price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases a pinned price
         * @description Needs the scope `items:write`.
         */
        post: operations["releasePrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How what goes up stands, by connection
         * @description Needs the scope `items:read`.
         */
        get: operations["getGoingUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock and prices on their way to Amazon, and how they ended
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listChangesUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Looks at SKUs, feeds and files, the newest first
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listRunsUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending/looks/{look}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a look at SKUs is
         * @description Needs the scope `items:read`.
         */
        get: operations["getLookAtSkus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries of a feed or file about orders, as they stand now
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listFileEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SKUs as Amazon lists them
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/listings/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SKUs without an item, and which it may be
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["matchListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/listings/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Links SKUs to items
         * @description Needs the scope `items:write`.
         */
        post: operations["linkListings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/listings/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the link of a SKU away
         * @description Needs the scope `items:write`.
         */
        post: operations["unlinkListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drift audits, the newest first
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listDriftAudits"];
        put?: never;
        /**
         * Audits a connection now
         * @description Needs the scope `items:write`.
         */
        post: operations["auditListings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connectionId}/audits/{audit}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an audit found to differ
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders near or past their time to ship, without a confirmation that Amazon knows; the earliest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Order documents that wait for something, or in one state; the oldest first
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order document with its log
         * @description Needs the scope `orders:read`.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/{documentId}/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs the document again, now
         * @description Needs the scope `orders:write`.
         */
        post: operations["reprocessDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/{documentId}/ignore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Never imports this Amazon order
         * @description Needs the scope `orders:write`.
         */
        post: operations["ignoreDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs some documents again, now
         * @description Needs the scope `orders:write`.
         */
        post: operations["reprocessDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/ignore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Never imports these Amazon orders
         * @description Needs the scope `orders:write`.
         */
        post: operations["ignoreDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much waits for a person, by kind of document
         * @description Needs the scope `orders:read`.
         */
        get: operations["listErrorLogSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a person, by its causes: what one change mends stands together
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listErrorGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SKUs whose stock or price is refused
         * @description Needs the scope `items:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listRefusedSkus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/mended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was mended last
         * @description Needs the scope `orders:read`.
         */
        get: operations["listMended"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retry-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is tried again by itself, the next first
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listRetries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliations, the newest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listReconciliations"];
        put?: never;
        /**
         * Reconciles a connection now
         * @description Needs the scope `orders:write`.
         */
        post: operations["reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One reconciliation, and what differed
         * @description Needs the scope `orders:read`.
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backfills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Back-fills, the newest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listBackfills"];
        put?: never;
        /**
         * Fetches the orders of a range of days
         * @description Needs the scope `orders:write`.
         */
        post: operations["beginBackfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backfills/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One back-fill, and what it fetched
         * @description Needs the scope `orders:read`.
         */
        get: operations["getBackfill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backfills/{run}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a back-fill; what it fetched stays
         * @description Needs the scope `orders:write`.
         */
        post: operations["cancelBackfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Feeds and files, the newest first
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file again, as it was
         * @description Needs the scope `orders:read`.
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes what waits into a file for Seller Central, and takes it over
         * @description Needs the scope `orders:write`.
         */
        post: operations["takeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/price-and-quantity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes stock and prices into a file for Seller Central, and takes them over
         * @description Needs the scope `items:write`.
         */
        post: operations["takePriceFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads Seller Central's processing report of a file
         * @description Needs the scope `orders:write`.
         */
        post: operations["reportOnFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws a file that nobody uploaded; its entries wait again
         * @description Needs the scope `orders:write`.
         */
        post: operations["withdrawFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is kept of buyers, until when, and what was purged; no buyer data is in it
         * @description Needs the scope `settings:read`.
         */
        get: operations["reportRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user may be given
         * @description Needs the scope `users:read`.
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All users of the merchant
         * @description Needs the scope `users:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description Needs the scope `users:read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Ends the access of a user at once
         * @description Needs the scope `users:write`.
         */
        delete: operations["removeUser"];
        options?: never;
        head?: never;
        /**
         * Changes what a user may do and is told of
         * @description Needs the scope `users:write`.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/removed-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was removed, and how fast
         * @description Needs the scope `users:read`.
         */
        get: operations["listRemovedUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes another user the owner
         * @description Needs the scope `users:write`.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All groups
         * @description Needs the scope `users:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Adds a group
         * @description Needs the scope `users:write`.
         */
        post: operations["addGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a group
         * @description Needs the scope `users:write`.
         */
        put: operations["saveGroup"];
        post?: never;
        /**
         * Removes a group that nobody is in
         * @description Needs the scope `users:write`.
         */
        delete: operations["removeGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations, the newest first
         * @description Needs the scope `users:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invites somebody; the link is shown once
         * @description Needs the scope `users:write`.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitationId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new link; the old one ends
         * @description Needs the scope `users:write`.
         */
        post: operations["inviteAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraws an invitation
         * @description Needs the scope `users:write`.
         */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All keys, without the keys themselves
         * @description Needs the scope `users:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Makes a key; it is shown once
         * @description Needs the scope `users:write`.
         */
        post: operations["makeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a key at once
         * @description Needs the scope `users:write`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What webhooks can be told of
         * @description Needs the scope `settings:read`.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All webhooks, without their secrets
         * @description Needs the scope `settings:read`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Makes a webhook; its secret is shown once
         * @description Needs the scope `settings:write`.
         */
        post: operations["makeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a webhook, or switches it off
         * @description Needs the scope `settings:write`.
         */
        put: operations["changeWebhook"];
        post?: never;
        /**
         * Removes a webhook and its log
         * @description Needs the scope `settings:write`.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a new secret; the one before signs as well for a day
         * @description Needs the scope `settings:write`.
         */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a webhook was told, the newest first
         * @description Needs the scope `settings:read`.
         */
        get: operations["listWebhookMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a test; the log shows how it came out
         * @description Needs the scope `settings:write`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends again what was given up since an instant
         * @description Needs the scope `settings:write`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/messages/{messageId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one message again
         * @description Needs the scope `settings:write`.
         */
        post: operations["replayWebhookMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has access now, to be signed
         * @description Needs the scope `users:read`.
         */
        get: operations["readAccessReview"];
        put?: never;
        /**
         * Signs the list; what is revoked ends at once
         * @description Needs the scope `users:write`.
         */
        post: operations["signAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signed reviews, the newest first
         * @description Needs the scope `users:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listAccessReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One signed review with its lines
         * @description Needs the scope `users:read`.
         */
        get: operations["getAccessReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All merchants, and how their work stands
         * @description For operators: needs a session of one. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listMerchants"];
        put?: never;
        /**
         * Creates a merchant
         * @description For operators: needs a session of one.
         */
        post: operations["addMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/merchants/{merchantId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops all work, keys and people of a merchant
         * @description For operators: needs a session of one.
         */
        post: operations["suspendMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/merchants/{merchantId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a suspended merchant go on
         * @description For operators: needs a session of one.
         */
        post: operations["resumeMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/merchants/{merchantId}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invites the owner of a merchant that has none yet
         * @description For operators: needs a session of one.
         */
        post: operations["inviteOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/merchants/{merchantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a merchant with everything, for ever
         * @description For operators: needs a session of one.
         */
        delete: operations["removeMerchant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows the buyer of one order; it stands in the audit
         * @description Needs the scope `pii:reveal`.
         */
        post: operations["revealBuyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Address labels or packing slips of up to 100 orders, as a page to be printed
         * @description Needs the scope `pii:print`.
         */
        post: operations["printLabels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/error-log/{documentId}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document as it was received, without its buyer
         * @description Needs the scope `orders:read`.
         */
        get: operations["downloadDocument"];
        put?: never;
        /**
         * A document as it was received, with its buyer; it stands in the audit
         * @description Needs the scope `pii:reveal`.
         */
        post: operations["revealDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/buyer-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much buyer data one person may open in a day
         * @description Needs the scope `settings:read`.
         */
        get: operations["readRevealLimits"];
        /**
         * Sets how much buyer data one person may open in a day; the owner only
         * @description Needs the scope `settings:write`.
         */
        put: operations["limitReveals"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/search-by-buyer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The orders of a buyer, by what the buyer says; it stands in the audit
         * @description Needs the scope `pii:reveal`.
         */
        post: operations["searchByBuyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people and programs did, the newest first
         * @description Needs the scope `audit:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who stands in the audit
         * @description Needs the scope `audit:read`.
         */
        get: operations["listAuditNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signed reviews, the newest first
         * @description Needs the scope `audit:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listAuditReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people did with buyer data since the last review
         * @description Needs the scope `audit:read`.
         */
        get: operations["readAuditReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/review/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs off that the audit was looked through
         * @description Needs the scope `audit:read`.
         */
        post: operations["signOffAuditReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarms, the open ones first
         * @description Needs the scope `audit:read`.
         */
        get: operations["listAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/alarms/{alarm}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes an alarm with what was found out
         * @description Needs the scope `audit:read`.
         */
        post: operations["closeAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders in Shipping Department, the earliest deadline first, with what is open of them
         * @description Needs the scope `orders:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listShippingQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-queue/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many orders wait to be shipped, by deadline, center, method and channel
         * @description Needs the scope `orders:read`.
         */
        get: operations["sumShippingQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-queue/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The order that was scanned; a refusal says why it cannot be shipped
         * @description Needs the scope `orders:read`.
         */
        get: operations["findInShippingQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-queue/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The carriers that a package may be entered with
         * @description Needs the scope `shipments:write`.
         */
        get: operations["listShippingCarriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The run that is open in this session
         * @description Needs the scope `pii:reveal`.
         */
        get: operations["findShippingRun"];
        put?: never;
        /**
         * Begins a shipping run in this session; an older one of the same person ends
         * @description Needs the scope `pii:reveal` and `shipments:write`.
         */
        post: operations["beginShippingRun"];
        /**
         * Ends your shipping run; safe to repeat
         * @description Needs the scope `pii:reveal`.
         */
        delete: operations["endShippingRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-run/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where orders of the run go; each stands in the audit
         * @description Needs the scope `pii:reveal`.
         */
        post: operations["showInRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every export that was asked for, the newest first
         * @description Needs the scope `audit:read`. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Asks for a file of addresses; it is fetched once, within ten minutes
         * @description Needs the scope `pii:export`.
         */
        post: operations["askExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the file, once; each order stands in the audit
         * @description Needs the scope `pii:export`.
         */
        post: operations["fetchExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export-layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All saved layouts of files
         * @description Needs the scope `pii:export`.
         */
        get: operations["listExportLayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export-layouts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Saves a layout under a name; the one of that name is replaced
         * @description Needs the scope `pii:export`.
         */
        put: operations["saveExportLayout"];
        post?: never;
        /**
         * Forgets a layout
         * @description Needs the scope `pii:export`.
         */
        delete: operations["removeExportLayout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open problems, the newest first
         * @description Needs the scope `orders:read`.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls at Amazon by day
         * @description Needs the scope `settings:read`.
         */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The numbers of the merchant's day
         * @description Needs the scope `orders:read`.
         */
        get: operations["getToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the merchant's work stands
         * @description Needs the scope `orders:read`.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How all work stands: counts and dates only
         * @description For operators: needs a session of one.
         */
        get: operations["readWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Secrets and keys by their dates
         * @description For operators: needs a session of one.
         */
        get: operations["readSecretDates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls of today against quota, the nearest to it first
         * @description For operators: needs a session of one. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listCallsOfConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the doctor finds
         * @description For operators: needs a session of one.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deployment's own audit, the newest first; days are of UTC
         * @description For operators: needs a session of one. With `Accept: text/csv` all rows as a file, with `Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet` as an Excel workbook.
         */
        get: operations["listDeploymentActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorization/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins "Authorize at Amazon"
         * @description For people: needs a session of somebody who works for the merchant.
         */
        post: operations["beginAuthorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorization/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what Amazon handed to the Login URI
         * @description For people: needs a session of somebody who works for the merchant.
         */
        post: operations["showVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorization/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms it for the merchant
         * @description For people: needs a session of somebody who works for the merchant.
         */
        post: operations["confirmVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorization/consents/{consent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a consent stands or ended
         * @description For people: needs a session of somebody who works for the merchant.
         */
        get: operations["readConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and how far
         * @description For people: needs a session, however far it is.
         */
        get: operations["readSession"];
        put?: never;
        /**
         * Begins a session: e-mail address and password
         * @description Needs nothing.
         */
        post: operations["signIn"];
        /**
         * Ends this session
         * @description For people: needs a session, however far it is.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a passkey is asked to sign
         * @description Needs nothing.
         */
        post: operations["optionsOfPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in by a passkey, which is both factors
         * @description Needs nothing.
         */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows the second factor; the token changes
         * @description For people: needs a session, however far it is.
         */
        post: operations["showSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a passkey is asked to sign
         * @description For people: needs a session, however far it is.
         */
        post: operations["optionsOfSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/merchant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Works for another merchant
         * @description For people: needs a session.
         */
        post: operations["chooseMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to make a passkey
         * @description For people: needs a session, however far it is.
         */
        post: operations["optionsOfNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps the passkey that the browser made
         * @description For people: needs a session, however far it is.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets a passkey
         * @description For people: needs a session.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your second factors
         * @description For people: needs a session.
         */
        get: operations["readFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new seed for an authenticator app
         * @description For people: needs a session, however far it is.
         */
        post: operations["beginAuthenticatorApp"];
        /**
         * Forgets the authenticator app
         * @description For people: needs a session.
         */
        delete: operations["removeAuthenticatorApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/app/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the app into use by its first code
         * @description For people: needs a session, however far it is.
         */
        post: operations["confirmAuthenticatorApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ten new recovery codes instead of the ones before
         * @description For people: needs a session.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replaces the password; other sessions end
         * @description For people: needs a session, however far it is.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description For people: needs a session.
         */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /**
         * Ends all sessions of yours but this one
         * @description For people: needs a session.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one session of yours
         * @description For people: needs a session.
         */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign-ins and tries, the newest first
         * @description For people: needs a session.
         */
        get: operations["listOwnSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts an invitation to a further merchant
         * @description For people: needs a session.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who is invited to what
         * @description Needs nothing.
         */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts an invitation with a name and a password
         * @description Needs nothing.
         */
        post: operations["acceptInvitationAsNew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link to set a new password
         * @description Needs nothing.
         */
        post: operations["askReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whose password a link sets
         * @description Needs nothing.
         */
        post: operations["lookAtReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a password by a link; nobody is signed in by it
         * @description Needs nothing.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a user try again after ten wrong tries
         * @description Needs the scope `users:write`.
         */
        post: operations["unlockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An amount: a decimal number as text, and its currency. */
        MoneyInput: {
            /** @description A decimal number as text, such as "12.50". */
            amount: string;
            /** @description Three capitals (ISO 4217), such as "USD". */
            currency: string;
        };
        AuthorizationBeginInput: {
            /** @enum {string} */
            region: "na" | "eu" | "fe";
            /**
             * @description Whose Seller Central, such as CA; null: the first.
             * @default null
             */
            country?: string | null;
            /**
             * @description That the plan is raised to one that includes the channel, where it is needed.
             * @default false
             */
            raisePlan?: boolean;
        };
        VisitBodyInput: {
            visit: string;
        };
        VisitConfirmInput: {
            visit: string;
            /** @enum {string} */
            region: "na" | "eu" | "fe";
            /**
             * @description That the plan is raised to one that includes the channel, where it is needed.
             * @default false
             */
            raisePlan?: boolean;
        };
        AccessSignatureInput: {
            version: string;
            /** @description One for each line of the list. */
            decisions: {
                /** @enum {string} */
                kind: "member" | "key";
                id: string;
                /**
                 * @description `revoke` ends the access at once.
                 * @enum {string}
                 */
                decision: "keep" | "revoke";
            }[];
        };
        SignInBodyInput: {
            email: string;
            password: string;
        };
        PasskeyBodyInput: {
            /** @description What the browser gave, as JSON. */
            response: {
                id: string;
            } & {
                [key: string]: unknown;
            };
        };
        SecondFactorBodyInput: {
            /** @description The six figures that the authenticator app shows. */
            code: string;
        } | {
            recoveryCode: string;
        } | {
            /** @description What the browser gave, as JSON. */
            passkey: {
                id: string;
            } & {
                [key: string]: unknown;
            };
        };
        ChosenMerchantInput: {
            merchant: string;
        };
        CodeBodyInput: {
            code: string;
        };
        NewPasskeyBodyInput: {
            name: string;
            /** @description What the browser gave, as JSON. */
            response: {
                id: string;
            } & {
                [key: string]: unknown;
            };
        };
        PasswordBodyInput: {
            current: string;
            password: string;
        };
        LinkSecretInput: {
            secret: string;
        };
        AcceptBodyInput: {
            secret: string;
            name: string;
            password: string;
        };
        ForgottenBodyInput: {
            email: string;
        };
        ResetBodyInput: {
            secret: string;
            password: string;
        };
        ChosenDocumentsInput: {
            documentIds: number[];
        };
        ItemBodyInput: {
            /** @description What the item is. */
            description: string;
            /**
             * @description The price in the merchant's currency; null where none is set.
             * @default null
             */
            price?: components["schemas"]["MoneyInput"] | null;
            /** @description The weight of one unit in grams. */
            grams: number;
            /** @description Whether stock is counted. False for a kit: its components hold the stock. */
            tracksStock: boolean;
            /**
             * @description The components, where the item is shipped as others; null for a plain item.
             * @default null
             */
            kit?: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                quantity: number;
            }[] | null;
            /**
             * @description Its own time to ship in minutes; null: the default lead time of the Inventory section.
             * @default null
             */
            leadTimeMinutes?: number | null;
            /**
             * @description UPC, EAN, ISBN or GTIN in digits, by which its listings are found; null where none is known.
             * @default null
             */
            barcode?: string | null;
        };
        /** @description A product in the merchant's order system. */
        ItemInput: {
            /** @description What the item is. */
            description: string;
            /**
             * @description The price in the merchant's currency; null where none is set.
             * @default null
             */
            price?: components["schemas"]["MoneyInput"] | null;
            /** @description The weight of one unit in grams. */
            grams: number;
            /** @description Whether stock is counted. False for a kit: its components hold the stock. */
            tracksStock: boolean;
            /**
             * @description The components, where the item is shipped as others; null for a plain item.
             * @default null
             */
            kit?: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                quantity: number;
            }[] | null;
            /**
             * @description Its own time to ship in minutes; null: the default lead time of the Inventory section.
             * @default null
             */
            leadTimeMinutes?: number | null;
            /**
             * @description UPC, EAN, ISBN or GTIN in digits, by which its listings are found; null where none is known.
             * @default null
             */
            barcode?: string | null;
            /** @description The id of the item, 1 to 40 characters. */
            id: string;
        };
        ManyItemsInput: {
            items: components["schemas"]["ItemInput"][];
        };
        /** @description Which item a seller SKU is. */
        SkuMappingInput: {
            /** @description The seller SKU at Amazon, 1 to 200 characters of any kind. */
            sellerSku: string;
            /** @description The item that this seller SKU is. */
            itemId: string;
            /**
             * @description `amazon` units at Amazon are `ours` units of the item.
             * @default {
             *       "amazon": 1,
             *       "ours": 1
             *     }
             */
            ratio?: {
                amazon: number;
                ours: number;
            };
            /**
             * @description What a unit is called.
             * @default
             */
            unit?: string;
            /** @default  */
            note?: string;
        };
        ManySkuMappingsInput: {
            mappings: components["schemas"]["SkuMappingInput"][];
        };
        AmazonTabEntryInput: {
            /** @description Amazon's name of the product type, such as `KITCHEN`. */
            productType: string;
            /**
             * @description `LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has.
             * @default LISTING
             * @enum {string}
             */
            requirements?: "LISTING" | "LISTING_OFFER_ONLY";
            /** @description As Amazon takes them: each a list of entries. Not price and stock: those are the item’s. */
            attributes: {
                [key: string]: unknown;
            };
        };
        ConfiguredAmazonTabInput: {
            /** @description The id of the item, 1 to 40 characters. */
            itemId: string;
            /** @description The marketplace, such as `ATVPDKIKX0DER`. */
            marketplaceId: string;
            /** @description Amazon's name of the product type, such as `KITCHEN`. */
            productType: string;
            /**
             * @description `LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has.
             * @default LISTING
             * @enum {string}
             */
            requirements?: "LISTING" | "LISTING_OFFER_ONLY";
            /** @description As Amazon takes them: each a list of entries. Not price and stock: those are the item’s. */
            attributes: {
                [key: string]: unknown;
            };
        };
        TabPreviewInput: {
            /** @description The seller SKU; not needed when the item has only one. */
            sellerSku?: string;
            /** @description The connection; not needed when only one sells there. */
            connection?: string;
        };
        TabSubmissionInput: {
            /** @description The seller SKU; not needed when the item has only one. */
            sellerSku?: string;
            /** @description The connection; not needed when only one sells there. */
            connection?: string;
            /**
             * @description You have seen the preview and want this listing created.
             * @default false
             */
            confirmed?: boolean;
        };
        SignOffReviewInput: {
            /** @description Up to this row of the audit, as the review gives it. */
            through: number;
            /**
             * @description What was seen, if anything.
             * @default
             */
            word?: string;
        };
        CloseAlarmInput: {
            word: string;
        };
        BuyerMailBodyInput: {
            /** @enum {string} */
            kind: "invoice" | "question" | "delivery-appointment" | "design-check";
            /**
             * @description What is asked or said, without a link, an e-mail address or a telephone number; empty for an invoice. It is sealed beside the buyer and never shown again.
             * @default
             */
            text?: string;
        };
        BuyerMailDecisionInput: {
            /**
             * @description `was-sent`: the mail server had it. `send`: send it, perhaps a second time. `remove`: never.
             * @enum {string}
             */
            decision: "was-sent" | "send" | "remove";
        };
        /** @description Who is told by mail, and of what. */
        NotifiedPersonInput: {
            /** @description One plain e-mail address. */
            address: string;
            topics: ("file-errors" | "deadlines" | "authorization" | "health")[];
        };
        NotificationsBodyInput: {
            /** @description All of them; one left out is removed. */
            people: components["schemas"]["NotifiedPersonInput"][];
        };
        OwnNotificationsBodyInput: {
            topics: ("file-errors" | "deadlines" | "authorization" | "health")[];
        };
        TestMailBodyInput: {
            address: string;
        };
        CancelOrderInput: {
            /**
             * @description A reason of Amazon's list.
             * @enum {string}
             */
            reason: "no-inventory" | "buyer-cancelled" | "general-adjustment" | "pricing-error" | "undeliverable-address" | "customer-exchange";
        };
        EnteredRefundLineInput: {
            /** @description Amazon's order item id, or the seller SKU. */
            line: string;
            /** @description For the whole line, not for each unit; where the prices hold the tax, with it. */
            item?: components["schemas"]["MoneyInput"];
            /** @description Not what the marketplace collected: Amazon gives that back itself. */
            tax?: components["schemas"]["MoneyInput"];
            shipping?: components["schemas"]["MoneyInput"];
            shippingTax?: components["schemas"]["MoneyInput"];
            giftWrap?: components["schemas"]["MoneyInput"];
            giftWrapTax?: components["schemas"]["MoneyInput"];
            /** @description Amazon's units that will not be shipped. */
            quantityCancelled?: number;
            /** @description Our units that are back on the shelf. */
            restock?: number;
        };
        EnterRefundInput: {
            /** @enum {string} */
            reason: "customer-return" | "general-adjustment" | "no-inventory" | "could-not-ship" | "different-item";
            /**
             * @description Everything that was paid and is not refunded yet; without `lines`.
             * @constant
             */
            full?: true;
            /**
             * @description With `full`: everything that had left is back on the shelf.
             * @constant
             */
            restockAll?: true;
            /** @description Amounts by line; without `full`. */
            lines?: components["schemas"]["EnteredRefundLineInput"][];
            /**
             * @description The same refund as one of the last ten minutes is meant to be a second one.
             * @constant
             */
            again?: true;
        };
        RefundDecisionInput: {
            /**
             * @description `paid`: it is settled and never sent again. `not-paid`: it is sent once more.
             * @enum {string}
             */
            decision: "paid" | "not-paid";
        };
        /** @description What is in a package. One of `line`, `sku` and `item` names it. */
        ShipmentItemInput: {
            /**
             * @description Amazon's order item id.
             * @default null
             */
            line?: string | null;
            /**
             * @description The seller SKU.
             * @default null
             */
            sku?: string | null;
            /**
             * @description The item id.
             * @default null
             */
            item?: string | null;
            /**
             * @description In our units; null for everything that is open of it.
             * @default null
             */
            quantity?: number | null;
        };
        /** @description A package that left. */
        ShipmentInput: {
            /** @description Our order number, or the Amazon order id. */
            order: string;
            /**
             * @description Your name for it; null for that of the order's shipping method.
             * @default null
             */
            carrier?: string | null;
            /**
             * @description Null for the name of the order's shipping method.
             * @default null
             */
            service?: string | null;
            /**
             * @description Null for a package without tracking: it goes up by feed.
             * @default null
             */
            tracking?: string | null;
            /**
             * @description An instant, or a day (2026-11-24); null for now.
             * @default null
             */
            shippedAt?: string | null;
            /**
             * @description Your own name for it: sent again, it is the same package.
             * @default null
             */
            reference?: string | null;
            /**
             * @description Null for everything that is open.
             * @default null
             */
            items?: components["schemas"]["ShipmentItemInput"][] | null;
        };
        /** @description 1 to 100 packages. */
        ShipmentsInput: {
            shipments: components["schemas"]["ShipmentInput"][];
            /**
             * @description For so many seconds Amazon is not told yet: until then each can be voided.
             * @default 0
             */
            keepBack?: number;
        };
        /** @description What is in the package stays as it was. */
        PackageCorrectionInput: {
            carrier?: string;
            service?: string | null;
            /** @description Null takes the number away. */
            tracking?: string | null;
            shippedAt?: string;
        };
        MoveOrderInput: {
            /** @enum {string} */
            to: "Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected";
            /**
             * @description Why; from this list, so that no buyer stands in it.
             * @enum {string}
             */
            reason: "approved" | "payment-awaited" | "waiting-for-stock" | "waiting-for-buyer" | "address-unclear" | "suspected-fraud" | "problem-solved" | "shipped-elsewhere" | "cannot-be-shipped" | "buyer-asked" | "entered-by-mistake" | "returned" | "not-returned" | "other";
            /** @description What came back of an order that Amazon cancelled after it had left: `all`, or our units by order item id or seller SKU. */
            restock?: "all" | {
                [key: string]: number;
            };
        };
        CancellationDecisionInput: {
            /** @constant */
            decision: "cancel";
            /**
             * @description A reason of Amazon's list.
             * @enum {string}
             */
            reason: "no-inventory" | "buyer-cancelled" | "general-adjustment" | "pricing-error" | "undeliverable-address" | "customer-exchange";
        } | {
            /** @constant */
            decision: "ship-anyway";
        };
        SearchByBuyerInput: {
            /**
             * @description By what: the whole name, its last word, the address of e-mail, the phone number, the postal code.
             * @enum {string}
             */
            field: "name" | "last-name" | "email" | "phone" | "postal-code";
            text: string;
            /** @description With a postal code: the house number. */
            number?: string;
        };
        ByFilesBodyInput: {
            /**
             * @description Amazon's endpoint group: North America, Europe, Far East.
             * @enum {string}
             */
            region: "na" | "eu" | "fe";
            /** @description The Seller ID (merchant token), from Seller Central, Account Info. */
            sellingPartnerId: string;
            /** @description Amazon's ids of the marketplaces in which the seller sells. */
            marketplaceIds: string[];
            /**
             * @description That the plan is raised to one that includes the channel, where it is needed.
             * @default false
             */
            raisePlan?: boolean;
        };
        ConnectionBodyInput: {
            /**
             * @description Amazon's endpoint group: North America, Europe, Far East.
             * @enum {string}
             */
            region: "na" | "eu" | "fe";
            /** @description The Seller ID. */
            sellingPartnerId: string;
            /** @description The refresh token of the authorization. Written only, never shown; absent leaves it as it is. */
            refreshToken?: string;
            /** @description That the plan is raised to one that includes the channel, where it is needed. */
            raisePlan?: boolean;
        };
        LapseBodyInput: {
            /** @description Null: this self-authorized one has no end. */
            lapsesOn: string | null;
        };
        ClearBodyInput: {
            /** @description The connection once more: what stops was read. */
            confirm: string;
        };
        /** @description A carrier and what Amazon calls it. */
        CarrierInput: {
            /** @description Your own name for it; capitals do not count. */
            carrier: string;
            /** @description A code of Amazon's list, capitals included, or Other. */
            amazonCode: string;
            /**
             * @description The name of the carrier, with the code Other only.
             * @default null
             */
            amazonName?: string | null;
        };
        /** @description All of them; one left out is removed. */
        CarriersInput: {
            carriers: components["schemas"]["CarrierInput"][];
        };
        TrackingNumberInput: {
            tracking: string;
        };
        SwitchSendingInput: {
            stock?: boolean;
            price?: boolean;
            /**
             * @description You have seen the dry run: needed to switch something on.
             * @default false
             */
            dryRunSeen?: boolean;
        };
        DryRunChosenInput: {
            sellerSkus: string[];
        };
        ChosenSkusInput: {
            /**
             * @description Null: all of them.
             * @default null
             */
            sellerSkus?: string[] | null;
        };
        ReadBackInput: {
            sellerSkus: string[];
        };
        PriceOfSkuInput: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            marketplaceId: string;
        };
        SaveChannelInput: {
            name: string;
            /** @description For how many days its buyers' data is kept after an order has ended. */
            keepDays: number;
        };
        /** @description A channel beside Amazon. */
        ConfiguredChannelInput: {
            code: string;
            name: string;
            /** @description For how many days its buyers' data is kept after an order has ended. */
            keepDays: number;
        };
        /** @description The Inventory section of the settings. */
        InventorySettingsInput: {
            /** @description Send complete inventory files hourly; else changes only. */
            completeHourly: boolean;
            /** @description Include price in hourly inventory file: the item's price and offers, never the spreadsheet's. */
            includePrice: boolean;
            /** @description Time to ship in minutes, sent as whole days, rounded up; null: none is sent. */
            defaultLeadTimeMinutes: number | null;
            /** @description What an item without counted stock reports: a number, or Amazon's own always available. */
            untracked: number | "always";
            /** @description Send all unconfigured items in inventory file for this product type, such as LUGGAGE; null: none. Never creates a listing. */
            unconfiguredProductType: string | null;
        };
        InventorySettingsBodyInput: {
            /** @description Send complete inventory files hourly; else changes only. */
            completeHourly: boolean;
            /** @description Include price in hourly inventory file: the item's price and offers, never the spreadsheet's. */
            includePrice: boolean;
            /** @description Time to ship in minutes, sent as whole days, rounded up; null: none is sent. */
            defaultLeadTimeMinutes: number | null;
            /** @description What an item without counted stock reports: a number, or Amazon's own always available. */
            untracked: number | "always";
            /** @description Send all unconfigured items in inventory file for this product type, such as LUGGAGE; null: none. Never creates a listing. */
            unconfiguredProductType: string | null;
            /** @description Not saved. */
            priceNotices?: unknown;
        };
        /** @description A screen branding theme. */
        ThemeInput: {
            /** @description Stamped on every order while the Orders section names it. */
            code: string;
            name: string;
            /** @description The e-mail address its mails come from. */
            sender: string;
            /**
             * @description The name of its template for mails; empty for the plain one.
             * @default
             */
            template?: string;
            service: {
                name: string;
                email: string;
                /** @default  */
                phone?: string;
            };
        };
        AllThemesInput: {
            /** @description All of them; one left out is removed. */
            themes: components["schemas"]["ThemeInput"][];
        };
        EmailSettingsBodyInput: {
            sendDirectly: boolean;
            /** @description Which of the kinds that Amazon permits are sent. */
            kinds: {
                invoice: boolean;
                /** @description A question needed to complete the order. */
                question: boolean;
                "delivery-appointment": boolean;
                /** @description A check of a custom design. */
                "design-check": boolean;
            };
            /**
             * @description Must be true where sending is switched on: whoever does it confirms to know Amazon's policy.
             * @default false
             */
            confirmPolicy?: boolean;
        };
        ItemOfferBodyInput: {
            /**
             * @description The marketplace where it counts, in its currency; null: every one of the merchant's currency that has no offer of its own.
             * @default null
             */
            marketplaceId?: string | null;
            /**
             * @description What the item costs there; null: the item's own price.
             * @default null
             */
            price?: components["schemas"]["MoneyInput"] | null;
            /**
             * @description The lowest price at which Amazon may show it.
             * @default null
             */
            min?: components["schemas"]["MoneyInput"] | null;
            /**
             * @description The highest one.
             * @default null
             */
            max?: components["schemas"]["MoneyInput"] | null;
            /** @default null */
            sale?: {
                price: components["schemas"]["MoneyInput"];
                /** @description First day, YYYY-MM-DD. */
                from: string;
                /** @description Last day, YYYY-MM-DD. */
                to: string;
            } | null;
            /** @default null */
            business?: {
                /**
                 * @description What a business buyer pays for one.
                 * @default null
                 */
                price?: components["schemas"]["MoneyInput"] | null;
                /**
                 * @description Rising in units, falling in price; at most 5.
                 * @default []
                 */
                tiers?: {
                    /** @description From so many units on. */
                    from: number;
                    /** @description each */
                    price: components["schemas"]["MoneyInput"];
                }[];
            } | null;
        };
        /** @description What an item is offered for at Amazon. */
        ItemOfferInput: {
            /** @description The id of the item, 1 to 40 characters. */
            itemId: string;
            /**
             * @description The marketplace where it counts, in its currency; null: every one of the merchant's currency that has no offer of its own.
             * @default null
             */
            marketplaceId?: string | null;
            /**
             * @description What the item costs there; null: the item's own price.
             * @default null
             */
            price?: components["schemas"]["MoneyInput"] | null;
            /**
             * @description The lowest price at which Amazon may show it.
             * @default null
             */
            min?: components["schemas"]["MoneyInput"] | null;
            /**
             * @description The highest one.
             * @default null
             */
            max?: components["schemas"]["MoneyInput"] | null;
            /** @default null */
            sale?: {
                price: components["schemas"]["MoneyInput"];
                /** @description First day, YYYY-MM-DD. */
                from: string;
                /** @description Last day, YYYY-MM-DD. */
                to: string;
            } | null;
            /** @default null */
            business?: {
                /**
                 * @description What a business buyer pays for one.
                 * @default null
                 */
                price?: components["schemas"]["MoneyInput"] | null;
                /**
                 * @description Rising in units, falling in price; at most 5.
                 * @default []
                 */
                tiers?: {
                    /** @description From so many units on. */
                    from: number;
                    /** @description each */
                    price: components["schemas"]["MoneyInput"];
                }[];
            } | null;
        };
        /** @description All of them; one left out is removed. */
        AllItemOffersInput: {
            offers: components["schemas"]["ItemOfferBodyInput"][];
        };
        /** @description The price of sending an order, once for the order; of rising steps the first that holds counts. */
        RateInput: {
            /** @constant */
            kind: "flat";
            amount: components["schemas"]["MoneyInput"];
        } | {
            /** @constant */
            kind: "by-weight";
            steps: {
                upToGrams: number;
                amount: components["schemas"]["MoneyInput"];
            }[];
        } | {
            /** @constant */
            kind: "by-subtotal";
            steps: {
                upTo: components["schemas"]["MoneyInput"];
                amount: components["schemas"]["MoneyInput"];
            }[];
        } | {
            /** @constant */
            kind: "percentage";
            /** @description Of the subtotal, rounded half up: a decimal number as text with at most 2 decimals, such as "12.5". */
            percent: string;
            /**
             * @description It costs no less; null for no bound.
             * @default null
             */
            minimum?: components["schemas"]["MoneyInput"] | null;
            /**
             * @description It costs no more; null for no bound.
             * @default null
             */
            maximum?: components["schemas"]["MoneyInput"] | null;
        } | {
            /** @constant */
            kind: "per-item";
            /** @description The price of the first unit. */
            first: components["schemas"]["MoneyInput"];
            /** @description The price of each further unit. */
            further: components["schemas"]["MoneyInput"];
        };
        /** @description Where a rate holds. The first zone that holds the destination counts. */
        ZoneInput: {
            /** @description Two capitals, such as "US". */
            country: string;
            /**
             * @description Only these states; empty for all.
             * @default []
             */
            states?: string[];
            /**
             * @description Not these states.
             * @default []
             */
            exceptStates?: string[];
            /**
             * @description Beginnings ("967") or ranges ("10000-19999", "K1A-K2C", "BT1-BT17"); empty for all.
             * @default []
             */
            postalCodes?: string[];
            rate: components["schemas"]["RateInput"];
        };
        /** @description A carrier service of the merchant, with its rates. */
        ShippingMethodInput: {
            /** @description The id of the shipping method. */
            id: string;
            name: string;
            carrier: string;
            zones: components["schemas"]["ZoneInput"][];
            /**
             * @description The heaviest order; null for no limit.
             * @default null
             */
            maxGrams?: number | null;
            /**
             * @description The highest subtotal; null for no limit.
             * @default null
             */
            maxValue?: components["schemas"]["MoneyInput"] | null;
            /**
             * @description The most packages, counted by weight with packageGrams in each; null for no limit.
             * @default null
             */
            maxPackages?: number | null;
            /**
             * @description How many grams fit one package; only with maxPackages.
             * @default null
             */
            packageGrams?: number | null;
            /** @description Whether it delivers to PO boxes. */
            poBox: boolean;
            /** @description Whether it delivers to military addresses. */
            military: boolean;
            /**
             * @description Orders with one of these items, or a kit of one, do not go this way.
             * @default []
             */
            excludedItems?: string[];
            /**
             * @description Only these items go this way; a kit is listed itself or all its components are. Empty for all items.
             * @default []
             */
            onlyItems?: string[];
            /** @default true */
            enabled?: boolean;
        };
        AllShippingMethodsInput: {
            /** @description All of them; one left out is removed. */
            methods: components["schemas"]["ShippingMethodInput"][];
            /** @description The version of the list that was changed: refused where somebody saved another one meanwhile. */
            version?: string;
        };
        /** @description The Orders section of the settings. */
        OrderSettingsInput: {
            /** @description Orders placed before this day (YYYY-MM-DD, the merchant's time zone) are not imported; null for none. */
            notBefore: string | null;
            /** @description Amazon order ids that are never imported. */
            ignoredOrders: string[];
            /** @description ASINs, seller SKUs or order item ids whose lines are dropped. */
            ignoredItems: string[];
            /** @description Minutes between two sweeps for orders. */
            sweepEveryMinutes: number;
            /**
             * @description Orders come in as purchase orders, with the buyer's number or else the Amazon order id; approved.
             * @default false
             */
            asPurchaseOrders?: boolean;
            /**
             * @description Orders come in completed, for the books only: never confirmed to Amazon.
             * @default false
             */
            asCompleted?: boolean;
            /**
             * @description The theme that every order is stamped with.
             * @default null
             */
            themeCode?: string | null;
            /**
             * @description Orders that Amazon fulfills come in completed and read-only.
             * @default false
             */
            importFba?: boolean;
        };
        LevelMethodInput: {
            /** @description The id of the shipping method. */
            methodId: string;
            /** @description Whether the method may be chosen for this level. */
            valid: boolean;
            /**
             * @description The lowest number that is available wins; without numbers the cheapest.
             * @default null
             */
            priority?: number | null;
        };
        /** @description The Shipping section of the settings. */
        ShippingSettingsInput: {
            /** @description The shipping methods of each service level; each level needs a valid one that is not disabled. */
            levels: {
                standard: components["schemas"]["LevelMethodInput"][];
                expedited: components["schemas"]["LevelMethodInput"][];
                "two-day": components["schemas"]["LevelMethodInput"][];
                "one-day": components["schemas"]["LevelMethodInput"][];
            };
            /** @description What Amazon's other service levels become. */
            further: {
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                FREE_ECONOMY: "standard" | "expedited" | "two-day" | "one-day" | "hold";
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                SAME_DAY: "standard" | "expedited" | "two-day" | "one-day" | "hold";
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                PRIORITY: "standard" | "expedited" | "two-day" | "one-day" | "hold";
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                SCHEDULED: "standard" | "expedited" | "two-day" | "one-day" | "hold";
            };
        };
        /** @description A place that holds stock. */
        DistributionCenterInput: {
            /** @description The code of the center. */
            code: string;
            name: string;
            /** @description Takes the order when no center holds all its items. Exactly one is the default. */
            isDefault: boolean;
            /**
             * @description Units of each item that Amazon is not told of: if you set the buffer to 2, two less than you really have are reported, in each center. It covers what sells elsewhere before Amazon knows.
             * @default 0
             */
            inventoryBuffer?: number;
            /** @description Where its packages start; absent: the merchant's own address. */
            shipFrom?: {
                name: string;
                line1: string;
                city: string;
                /** @default  */
                state?: string;
                postalCode: string;
                country: string;
            };
        };
        AllDistributionCentersInput: {
            /** @description All of them, in the order in which they are tried. */
            centers: components["schemas"]["DistributionCenterInput"][];
        };
        StockEntryInput: {
            /** @description The id of the item. */
            itemId: string;
            /** @description The code of the center. */
            center: string;
            /** @description How many lie on the shelf; below zero when more was sold. */
            onHand: number;
        };
        ManyStockEntriesInput: {
            stock: components["schemas"]["StockEntryInput"][];
        };
        /** @description A company that runs distribution centers for the merchant. */
        VendorInput: {
            /** @description A short name of your own. */
            id: string;
            company: string;
            /**
             * @description What it does for you.
             * @default
             */
            purpose?: string;
            /**
             * @description `own-approval`: Amazon approved it, it gets the order id. `complete-record`: it gets the address while the record is complete. `our-label`: your people print the label, it gets nothing of the buyer.
             * @enum {string}
             */
            mode: "own-approval" | "complete-record" | "our-label";
            /**
             * @description The distribution centers that it runs.
             * @default []
             */
            centers?: string[];
            /**
             * @description Since when it has Amazon’s own approval, YYYY-MM-DD.
             * @default null
             */
            approvedOn?: string | null;
            /** @default null */
            contractOn?: string | null;
            /**
             * @description The last due diligence; good for a year.
             * @default null
             */
            checkedOn?: string | null;
            /**
             * @description The e-mail address to tell of a breach.
             * @default null
             */
            securityContact?: string | null;
            /**
             * @description After how many days it erases addresses.
             * @default null
             */
            retentionDays?: number | null;
            /**
             * @description Who consented for the seller, and when.
             * @default null
             */
            consent?: {
                by: string;
                on: string;
            } | null;
        };
        AllVendorsInput: {
            /** @description All of them; one left out is removed. */
            vendors: components["schemas"]["VendorInput"][];
        };
        /** @description What a merchant may change of itself. */
        MerchantDetailsInput: {
            name: string;
            /** @description A time zone by its place, such as "America/New_York". */
            timeZone: string;
            /** @description Cannot be changed: all amounts are written in it. */
            currency: string;
            /** @enum {string} */
            weightUnit: "g" | "kg" | "oz" | "lb";
            shipFrom: {
                name: string;
                line1: string;
                city: string;
                state: string;
                postalCode: string;
                country: string;
            };
        };
        /** @description A section that is there is the whole truth of it; one left out stays. */
        ConfigurationBodyInput: {
            merchant?: components["schemas"]["MerchantDetailsInput"];
            /** @description Items and kits. Those left out stay, unless `prune` is said. */
            items?: components["schemas"]["ItemInput"][];
            /** @description Those left out stay, unless `prune` is said. */
            offers?: components["schemas"]["ItemOfferInput"][];
            /** @description Those left out stay, unless `prune` is said. */
            amazonTabs?: components["schemas"]["ConfiguredAmazonTabInput"][];
            /** @description Those left out stay, unless `prune` is said. */
            mappings?: components["schemas"]["SkuMappingInput"][];
            /** @description All of them, in the order in which they are tried. */
            centers?: components["schemas"]["DistributionCenterInput"][];
            /** @description All of them; one left out is removed. */
            vendors?: components["schemas"]["VendorInput"][];
            /** @description All of them; one left out is removed. */
            methods?: components["schemas"]["ShippingMethodInput"][];
            /** @description All of them; one left out is removed. */
            carriers?: components["schemas"]["CarrierInput"][];
            /** @description All of them; one left out is removed. */
            themes?: components["schemas"]["ThemeInput"][];
            /** @description All of them; one left out is removed. */
            channels?: components["schemas"]["ConfiguredChannelInput"][];
            orders?: components["schemas"]["OrderSettingsInput"];
            shipping?: components["schemas"]["ShippingSettingsInput"];
            inventory?: components["schemas"]["InventorySettingsInput"];
        };
        MerchantBodyInput: {
            /** @description Five capitals; without it one is drawn. */
            id?: string;
            name: string;
            /** @description The e-mail address of the one owner. */
            owner: string;
            timeZone: string;
            currency: string;
            weightUnit: string;
            shipFrom: {
                name: string;
                line1: string;
                city: string;
                /** @default  */
                state?: string;
                postalCode: string;
                country: string;
            };
        };
        MerchantRemovalInput: {
            name: string;
        };
        UserChangeInput: {
            permissions?: ("View Orders" | "Edit Orders" | "Shipping Department" | "View Items" | "Edit Items" | "View Settings" | "Edit Settings" | "Edit Users" | "View Audit" | "View Amazon PII" | "Print Amazon PII" | "Export Amazon PII")[];
            /** @description Ids of groups. */
            groups?: string[];
            /** @description Of what the person is told by mail. */
            topics?: ("file-errors" | "deadlines" | "authorization" | "health")[];
            /** @description The day of the last training, YYYY-MM-DD. */
            trainedOn?: string | null;
            /** @description When the permissions that open buyer data end. */
            piiUntil?: string | null;
        };
        GroupBodyInput: {
            name: string;
            permissions: ("View Orders" | "Edit Orders" | "Shipping Department" | "View Items" | "Edit Items" | "View Settings" | "Edit Settings" | "Edit Users" | "View Audit" | "View Amazon PII" | "Print Amazon PII" | "Export Amazon PII")[];
        };
        InvitationBodyInput: {
            /** @description One plain e-mail address. */
            email: string;
            /** @default [] */
            permissions?: ("View Orders" | "Edit Orders" | "Shipping Department" | "View Items" | "Edit Items" | "View Settings" | "Edit Settings" | "Edit Users" | "View Audit" | "View Amazon PII" | "Print Amazon PII" | "Export Amazon PII")[];
            /**
             * @description Ids of groups.
             * @default []
             */
            groups?: string[];
            /**
             * @description Of what the person is told by mail.
             * @default []
             */
            topics?: ("file-errors" | "deadlines" | "authorization" | "health")[];
        };
        FileLayoutInput: {
            /** @description The columns in their order, each under the heading that the program wants. */
            columns: {
                /** @enum {string} */
                field: "order" | "amazonOrder" | "method" | "level" | "name" | "company" | "address1" | "address2" | "address3" | "district" | "city" | "state" | "postalCode" | "country" | "phone" | "notes" | "items" | "units";
                heading: string;
            }[];
            /**
             * @default comma
             * @enum {string}
             */
            delimiter?: "comma" | "semicolon" | "tab" | "bar";
            /**
             * @description `windows-1252` for older programs: letters that it lacks lose their marks or become a question mark.
             * @default utf-8
             * @enum {string}
             */
            encoding?: "utf-8" | "utf-8-bom" | "windows-1252" | "utf-16";
        };
        RevealBuyerInput: {
            /**
             * @description What for; it says which fields are shown, and stands in the audit.
             * @enum {string}
             */
            purpose: "ship" | "contact-about-order" | "tax-or-invoice" | "return-or-claim" | "legal";
        };
        PrintLabelsInput: {
            /** @description Our order numbers or Amazon order ids, at most 100. */
            orders: (number | string)[];
            /** @enum {string} */
            kind: "address-label" | "packing-slip";
            /**
             * @description What for; it says which fields are shown, and stands in the audit.
             * @default ship
             * @enum {string}
             */
            purpose?: "ship" | "contact-about-order" | "tax-or-invoice" | "return-or-claim" | "legal";
        };
        ShowInRunInput: {
            /** @description Our order numbers or Amazon order ids, at most 100. */
            orders: (number | string)[];
        };
        RevealLimitsInput: {
            /** @description One by one, and originals of documents. */
            reveal: number;
            print: number;
            export: number;
        };
        QueueFilterInput: {
            /** @description Only what leaves from this distribution center. */
            center?: string;
            /** @description Only what goes by this shipping method. */
            method?: string;
            /** @description Only what was ordered there. */
            channel?: string;
            /**
             * @description Only what should have left by now, or must leave today or tomorrow, by the merchant's clock.
             * @enum {string}
             */
            deadline?: "late" | "today" | "tomorrow";
        };
        AskExportInput: {
            /** @description Our order numbers or Amazon order ids. */
            orders?: (number | string)[];
            /** @description Instead of `orders`: everything that waits to be shipped, by this filter. */
            queue?: components["schemas"]["QueueFilterInput"];
            /**
             * @description What for; it says which fields are shown, and stands in the audit.
             * @default ship
             * @enum {string}
             */
            purpose?: "ship" | "contact-about-order" | "tax-or-invoice" | "return-or-claim" | "legal";
            /**
             * @description Without a layout: whether the file begins with a byte order mark, which some programs need.
             * @default false
             */
            bom?: boolean;
            /** @description The columns of the file; without it all of them, separated by commas, in UTF-8. */
            layout?: {
                /** @description The columns in their order, each under the heading that the program wants. */
                columns: {
                    /** @enum {string} */
                    field: "order" | "amazonOrder" | "method" | "level" | "name" | "company" | "address1" | "address2" | "address3" | "district" | "city" | "state" | "postalCode" | "country" | "phone" | "notes" | "items" | "units";
                    heading: string;
                }[];
                /**
                 * @default comma
                 * @enum {string}
                 */
                delimiter?: "comma" | "semicolon" | "tab" | "bar";
                /**
                 * @description `windows-1252` for older programs: letters that it lacks lose their marks or become a question mark.
                 * @default utf-8
                 * @enum {string}
                 */
                encoding?: "utf-8" | "utf-8-bom" | "windows-1252" | "utf-16";
                /** @default null */
                name?: string | null;
            };
        };
        FetchExportInput: {
            download: string;
        };
        PriceFileWishInput: {
            /** @description Such as `na-A3HARBORGOODS`. */
            connection: string;
            /**
             * @description Null: the only one, or the first.
             * @default null
             */
            marketplaceId?: string | null;
            /**
             * @description Everything; otherwise what changed.
             * @default false
             */
            complete?: boolean;
        };
        FileWishInput: {
            /** @description Such as `na-A3HARBORGOODS`. */
            connection: string;
        };
        FileReportInput: {
            /** @description The whole text of the report. */
            report: string;
        };
        FileWithdrawalInput: {
            /**
             * @description For refunds: nobody uploaded the file. If somebody did, they would be paid twice.
             * @default false
             */
            neverUploaded?: boolean;
        };
        ImportColumnsInput: {
            /** @enum {string} */
            kind: "template" | "items" | "stock" | "mappings" | "order-report" | "channel-orders";
            /** @description A column that is left out stays as it was recognized. */
            fields: {
                column: number;
                field: string | null;
            }[];
        };
        ImportOptionsInput: {
            /** @description The marketplace of a template that names none. */
            marketplaceId: string;
        } | {
            /** @description The channel of orders that name none. */
            channel: string;
        };
        ApplyImportInput: {
            /**
             * @description Rows that unlink a listing are applied as well.
             * @default false
             */
            confirmUnlink?: boolean;
        };
        EndImportInput: Record<string, never>;
        ApiKeyBodyInput: {
            /** @description Which program uses it. */
            name: string;
            /** @description What for. */
            purpose: string;
            scopes: ("orders:read" | "orders:write" | "shipments:write" | "items:read" | "items:write" | "settings:read" | "settings:write" | "users:read" | "audit:read" | "vendor:orders")[];
            /**
             * Format: date-time
             * @description Within 365 days; without it as late as that.
             */
            expiresAt?: string;
            /** @default [] */
            networks?: (string)[];
        };
        LinkListingsInput: {
            links: {
                /** @description The seller SKU at Amazon. */
                sellerSku: string;
                /** @description The id of the item. */
                itemId: string;
            }[];
        };
        UnlinkListingInput: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
        };
        ReconciliationWishInput: {
            /** @description Such as `na-A3HARBORGOODS`. */
            connection: string;
        };
        BackfillWishInput: {
            /** @description Such as `na-A3HARBORGOODS`. */
            connection: string;
            /** @description The first day, YYYY-MM-DD, in the merchant's zone. */
            from: string;
            /** @description The last day, included. */
            to: string;
        };
        ReadShipmentFileInput: {
            /**
             * Format: base64
             * @description The file as it is, in base64: columns with commas, semicolons, tabs or bars between.
             */
            file: string;
        };
        BeginShippingRunInput: {
            /**
             * @description At most four hours.
             * @default 240
             */
            minutes?: number;
        };
        StockAdjustmentsInput: {
            adjustments: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                /** @description The code of the center. */
                center: string;
                /** @description How many more, or below zero how many fewer. */
                by: number;
                /**
                 * @description On hand may go below zero by it: sold before it was counted.
                 * @default false
                 */
                belowZero?: boolean;
                /** @enum {string} */
                reason: "damaged" | "lost" | "found" | "returned" | "sold-elsewhere" | "given-away" | "delivery" | "moved" | "counted" | "correction" | "other";
                /**
                 * @description Your own words: an order or delivery number, a note. No name and no address of a buyer.
                 * @default
                 */
                reference?: string;
            }[];
        };
        StockTransfersInput: {
            transfers: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                /** @description The code of the center. */
                from: string;
                /** @description The code of the center. */
                to: string;
                /** @description How many; at most those that no order has reserved. */
                quantity: number;
                /**
                 * @default moved
                 * @enum {string}
                 */
                reason?: "damaged" | "lost" | "found" | "returned" | "sold-elsewhere" | "given-away" | "delivery" | "moved" | "counted" | "correction" | "other";
                /**
                 * @description Your own words: an order or delivery number, a note. No name and no address of a buyer.
                 * @default
                 */
                reference?: string;
            }[];
        };
        StockReceiptsInput: {
            receipts: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                /** @description The code of the center. */
                center: string;
                /** @description How many came. */
                quantity: number;
                /**
                 * @default delivery
                 * @enum {string}
                 */
                reason?: "damaged" | "lost" | "found" | "returned" | "sold-elsewhere" | "given-away" | "delivery" | "moved" | "counted" | "correction" | "other";
                /**
                 * @description Your own words: an order or delivery number, a note. No name and no address of a buyer.
                 * @default
                 */
                reference?: string;
            }[];
        };
        StockCountsInput: {
            counts: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                /** @description The code of the center. */
                center: string;
                /** @description How many lie there. */
                counted: number;
                /**
                 * @default counted
                 * @enum {string}
                 */
                reason?: "damaged" | "lost" | "found" | "returned" | "sold-elsewhere" | "given-away" | "delivery" | "moved" | "counted" | "correction" | "other";
                /**
                 * @description Your own words: an order or delivery number, a note. No name and no address of a buyer.
                 * @default
                 */
                reference?: string;
            }[];
        };
        RestockDaysInput: {
            restock: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                /** @description The code of the center. */
                center: string;
                /** @description The day, YYYY-MM-DD; null: none is known any more. */
                on: string | null;
            }[];
        };
        WebhookBodyInput: {
            /** @description Where messages are posted, such as https://shop.example.com/millrace. */
            url: string;
            /** @description What it is for. */
            name: string;
            /**
             * @description What it is told of: types of events, or groups of them (order.*, shipment.*, stock.*, price.*, problem.*, purge.*); none: everything.
             * @default []
             */
            types?: string[];
            /**
             * @description Switched off, it is told nothing, and nothing is kept for it.
             * @default true
             */
            on?: boolean;
        };
        WebhookReplayInput: {
            /**
             * Format: date-time
             * @description What happened since then.
             */
            since: string;
            /**
             * @description Also what was taken already.
             * @default false
             */
            delivered?: boolean;
        };
        /** @description An amount: a decimal number as text, and its currency. */
        Money: {
            /** @description A decimal number as text, such as "12.50". */
            amount: string;
            /** @description Three capitals (ISO 4217), such as "USD". */
            currency: string;
        };
        Saved: {
            /** @description How many entries were saved. */
            saved: number;
        };
        /** @description What is wrong, who mends it, and whether trying again helps. */
        ToldProblem: {
            /** @description A name that stays the same; for programs. */
            code: string;
            /** @description What is wrong; for people. */
            sentence: string;
            /**
             * @description Who can mend it.
             * @enum {string}
             */
            mendedBy: "merchant" | "operator" | "amazon" | "nobody";
            /** @description Whether trying again helps without a change. */
            retryHelps: boolean;
            /** @description The action that mends it. */
            mend: string | null;
            /** @description The command of the command line that mends it, where there is one. */
            command: string | null;
            /** @description What the sentence names, for programs. */
            facts: {
                [key: string]: unknown;
            };
        };
        /** @description Why a request was refused. */
        Problem: {
            /** @description `urn:millrace:problem:` and the code. */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong and what to do. */
            detail: string;
            code: string;
            /** @description Names this request in the log of the deployment. */
            requestId: string;
            /** @description Everything that is wrong with what was sent, field by field. */
            fields?: {
                field: string;
                why: string;
            }[];
            /** @description Who mends it and how, where it is a known problem. */
            problem?: components["schemas"]["ToldProblem"];
        };
        AuthorizationBegan: {
            /** @description By this its end can be read. */
            consent: string;
            /** @description Take the browser here. */
            address: string;
            /** @description An instant, ISO 8601 in UTC. */
            expiresAt: string;
        };
        Visit: {
            sellingPartnerId: string;
            /** @description For whom it would be connected. */
            merchant: string;
            /** @description Where the seller may sell; one of them is confirmed. */
            regions: ("na" | "eu" | "fe")[];
            /** @description It goes on with what this session began: nothing need be asked. */
            begunHere: boolean;
        };
        Consent: {
            consent: string;
            /** @enum {string} */
            state: "pending" | "connected" | "refused" | "expired";
            connection: string | null;
            problem: components["schemas"]["ToldProblem"] | null;
        };
        AccessReview: {
            /** @description To be sent with the signature: exactly this list is signed. */
            version: string;
            dueAt: string | null;
            overdue: boolean;
            lastSignedAt: string | null;
            lines: {
                /** @enum {string} */
                kind: "member" | "key";
                id: string;
                /** @description The e-mail address of a user, the name of a key. */
                name: string;
                owner: boolean;
                /** @description Permissions of a user, scopes of a key. */
                may: string[];
                groups: string[];
                /** @description What was given that opens buyer data. */
                pii: string[];
                piiActs: boolean;
                /** @description The last sign-in of a user, the last use of a key. */
                lastSeenAt: string | null;
                remarks: string[];
            }[];
        };
        SignedAccessReviewSummary: {
            reviewId: number;
            /** @description An instant, ISO 8601 in UTC. */
            signedAt: string;
            signedBy: string;
            kept: number;
            revoked: number;
        };
        SignedAccessReview: {
            reviewId: number;
            /** @description An instant, ISO 8601 in UTC. */
            signedAt: string;
            signedBy: string;
            kept: number;
            revoked: number;
            lines: {
                /** @enum {string} */
                kind: "member" | "key";
                id: string;
                /** @description The e-mail address of a user, the name of a key. */
                name: string;
                owner: boolean;
                /** @description Permissions of a user, scopes of a key. */
                may: string[];
                groups: string[];
                /** @description What was given that opens buyer data. */
                pii: string[];
                piiActs: boolean;
                /** @description The last sign-in of a user, the last use of a key. */
                lastSeenAt: string | null;
                remarks: string[];
                /** @enum {string} */
                decision: "keep" | "revoke";
            }[];
        };
        /** @description Who is signed in, and how far. */
        Session: {
            /**
             * @description What is asked for before anything else may be done; `ready`: nothing.
             * @enum {string}
             */
            stage: "set-up" | "second-factor" | "new-password" | "ready";
            email: string;
            name: string;
            operator: boolean;
            /** @description The merchant that is worked for in this session. */
            merchant: string | null;
            merchants: {
                merchant: string;
                name: string;
                owner: boolean;
                suspended: boolean;
                /** @description Times of this merchant are told in it. */
                timeZone: string;
            }[];
            /** @description What may be done for that merchant now. */
            permissions: string[];
            /** @description When the second factor was last shown. */
            secondFactorAt: string | null;
            /** @description Until when that counts for what asks for a fresh one. */
            freshUntil: string | null;
            /** @description When the session ends if it is not used. */
            endsAt: string;
            /** @description To be sent as the header `millrace-csrf` with every change. */
            csrf: string;
        };
        PasskeyOptions: {
            challenge: string;
        } & {
            [key: string]: unknown;
        };
        NewAuthenticatorApp: {
            /** @description To be typed where no picture can be read. */
            seed: string;
            uri: string;
            /** @description The same as a QR code. */
            svg: string;
        };
        FactorsChanged: {
            recoveryCodes: string[] | null;
            session: components["schemas"]["Session"];
        };
        Factors: {
            /** @description Since when an authenticator app is in use. */
            app: string | null;
            passkeys: {
                passkeyId: string;
                name: string;
                /** @description An instant, ISO 8601 in UTC. */
                createdAt: string;
                lastUsedAt: string | null;
            }[];
            recoveryCodesLeft: number;
        };
        OpenSession: {
            sessionId: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description An instant, ISO 8601 in UTC. */
            signedInAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            lastUsedAt: string;
            address: string;
            browser: string;
        };
        EndedSessions: {
            ended: number;
        };
        SignIn: {
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            how: string;
            outcome: string;
            address: string;
            browser: string;
        };
        Invited: {
            invitationId: string;
            email: string;
            /** @enum {string} */
            state: "open" | "expired" | "accepted" | "withdrawn";
            owner: boolean;
            permissions: string[];
            groups: string[];
            topics: string[];
            /** @description An instant, ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            expiresAt: string;
            /** @description The path of the link, to be handed over where no mail was sent; shown this once. */
            path: string;
            /**
             * @description `none`: no mail server or no public address is set.
             * @enum {string}
             */
            mail: "sent" | "none" | "refused";
        };
        Forgotten: {
            sentence: string;
        };
        ResetOf: {
            email: string;
            name: string;
        };
        ResetDone: {
            email: string;
        };
        Unlocked: {
            userId: string;
            email: string;
        };
        ErrorLogSection: {
            section: string;
            /** @enum {string} */
            kind: "inbound-order" | "confirmation" | "cancellation" | "refund" | "stock" | "price" | "connection";
            /** @description How many wait for a person. */
            waiting: number;
        };
        /** @description Problems of one cause. The sentence is that of the first of them. */
        ErrorGroup: {
            /** @description A name that stays the same; for programs. */
            code: string;
            /** @description What is wrong; for people. */
            sentence: string;
            /**
             * @description Who can mend it.
             * @enum {string}
             */
            mendedBy: "merchant" | "operator" | "amazon" | "nobody";
            /** @description Whether trying again helps without a change. */
            retryHelps: boolean;
            /** @description The action that mends it. */
            mend: string | null;
            /** @description The command of the command line that mends it, where there is one. */
            command: string | null;
            /** @description What the sentence names, for programs. */
            facts: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            kind: "inbound-order" | "confirmation" | "cancellation" | "refund" | "stock" | "price" | "connection";
            /** @description What they have in common beside their code: a SKU, a service level, words of Amazon. */
            cause: string;
            /** @description How many orders, packages or SKUs. */
            count: number;
            /** @description Since when the first of them waits. */
            since: string;
            /** @description The number of the first document or entry of what goes up. */
            first: number | null;
            /** @description The Amazon order id, the SKU or the connection of the first. */
            name: string;
        };
        RefusedSku: {
            sellerSku: string;
            /** @enum {string} */
            field: "stock" | "price";
            connection: string;
            marketplaceId: string | null;
            /** @enum {string} */
            state: "held" | "refused" | "differs";
            /** @description Of the listing; empty where it was never read. */
            title: string;
            /** @description The item that it is, where that is known. */
            itemId: string | null;
            problem: components["schemas"]["ToldProblem"];
            /** @description An instant, ISO 8601 in UTC. */
            since: string;
        };
        SkuSuggestions: {
            title: string;
            barcode: string | null;
            asin: string | null;
            /** @description How many of ours one unit at Amazon seems to be. */
            ours: number;
            suggestions: {
                /** @description The id of the item. */
                itemId: string;
                description: string;
                /**
                 * @description Why: the same id but for case and dashes, the same barcode, an id inside the SKU, a similar title.
                 * @enum {string}
                 */
                by: "same-id" | "barcode" | "id-inside" | "title";
                /** @description How many of the words of the item's description are in the title. */
                percent: number;
            }[];
        };
        MendedOrder: {
            documentId: number;
            amazonOrderId: string;
            /** @enum {string} */
            state: "held" | "placed" | "pending" | "skipped";
            /** @description An instant, ISO 8601 in UTC. */
            mendedAt: string;
            /** @description What it had waited for. */
            problems: components["schemas"]["ToldProblem"][];
        };
        LogEntry: {
            /** @enum {string} */
            level: "note" | "error";
            /** @description For people. */
            sentence: string;
            /** @description For programs. */
            code: string | null;
            facts: {
                [key: string]: unknown;
            };
        };
        DocumentSummary: {
            documentId: number;
            /** @description The Amazon order id, or what stands for it where it cannot be read. */
            amazonOrderId: string;
            connection: string;
            /** @enum {string} */
            state: "held" | "placed" | "pending" | "skipped";
            /** @description Why it was skipped. */
            reason: string | null;
            /** @description Everything that keeps it from being imported. */
            problems: components["schemas"]["ToldProblem"][];
            /** @description An instant, ISO 8601 in UTC. */
            receivedAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            decidedAt: string;
        };
        /** @description One inbound order and what became of it. */
        Document: {
            documentId: number;
            /** @description The Amazon order id, or what stands for it where it cannot be read. */
            amazonOrderId: string;
            connection: string;
            /** @enum {string} */
            state: "held" | "placed" | "pending" | "skipped";
            /** @description Why it was skipped. */
            reason: string | null;
            /** @description Everything that keeps it from being imported. */
            problems: components["schemas"]["ToldProblem"][];
            /** @description An instant, ISO 8601 in UTC. */
            receivedAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            decidedAt: string;
            /** @description What the import did, step by step. */
            log: components["schemas"]["LogEntry"][];
        };
        OpenProblem: {
            /** @description A name that stays the same; for programs. */
            code: string;
            /** @description What is wrong; for people. */
            sentence: string;
            /**
             * @description Who can mend it.
             * @enum {string}
             */
            mendedBy: "merchant" | "operator" | "amazon" | "nobody";
            /** @description Whether trying again helps without a change. */
            retryHelps: boolean;
            /** @description The action that mends it. */
            mend: string | null;
            /** @description The command of the command line that mends it, where there is one. */
            command: string | null;
            /** @description What the sentence names, for programs. */
            facts: {
                [key: string]: unknown;
            };
            connection: string;
            /** @description What it is about, such as a marketplace. */
            subject: string;
            /** @description An instant, ISO 8601 in UTC. */
            since: string;
            /** @description An instant, ISO 8601 in UTC. */
            lastSeen: string;
        };
        CallCount: {
            /** @description The day in UTC, YYYY-MM-DD. */
            day: string;
            connection: string;
            operation: string;
            calls: number;
            throttled: number;
            failed: number;
        };
        Status: {
            merchant: {
                id: string;
                name: string;
                timeZone: string;
                currency: string;
            };
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            connections: {
                id: string;
                state: string;
                importing: boolean;
            }[];
            /** @description Which tabs of Amazon Seller Central are open. */
            tabs: ("settings" | "error-log" | "import")[];
            /** @description How many orders are in each stage; 10,001 stands for more than 10,000. */
            orders: {
                [key: string]: number;
            };
            /** @description How many documents are in each state; 10,001 stands for more than 10,000. */
            documents: {
                [key: string]: number;
            };
            /** @description How many problems are open. */
            problems: number;
            /** @description The review of the audit every two weeks, and how many alarms nobody has looked at. */
            auditReview: {
                dueAt: string | null;
                overdue: boolean;
                alarms: number;
            };
            /** @description When somebody must look through who may do what. */
            accessReview: {
                dueAt: string | null;
                overdue: boolean;
            };
        };
        TodayConnection: {
            id: string;
            /** @enum {string} */
            region: "na" | "eu" | "fe";
            /** @enum {string} */
            state: "authorized" | "by-files" | "expired" | "revoked" | "disabled";
            importing: boolean;
            startedAt: string | null;
            /** @description The last day of the authorization; null: it has no end. */
            lapsesOn: string | null;
            /** @description The last day of the application's secret; null: not known. */
            secretLapsesOn: string | null;
            /** @description When Amazon was last asked for orders, to the end. */
            lastSweepAt: string | null;
            /** @description When what Amazon gave is deleted, where the authorization has ended. */
            deletesAt: string | null;
        };
        TodayCalls: {
            connection: string;
            operation: string;
            /** @description Calls of today (UTC). */
            today: number;
            throttled: number;
            failed: number;
            /** @description How many more may come at once now; null: not known. */
            left: number | null;
            /** @description How many may come at once at most. */
            burst: number | null;
            /** @description After so many seconds there is one more. */
            secondsEach: number | null;
        };
        Today: {
            /** @description The merchant's day, `YYYY-MM-DD`. */
            day: string;
            /** @description Its first instant. */
            from: string;
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            orders: {
                /** @description False before the first order. */
                any: boolean;
                /** @description Buyers placed them today, and they are here. */
                placed: number;
                /** @description Came since midnight: imported, pending or held. */
                arrived: number;
                /** @description Wait in the Error Log. */
                held: number;
                /** @description Of these, came since midnight. */
                heldToday: number;
                /** @description In Shipping Department, past their deadline. */
                late: number;
                /** @description In Shipping Department, due before midnight. */
                dueToday: number;
                /** @description Packages, refunds and cancellations that Amazon refused, or of which nobody knows. */
                refused: number;
            };
            /** @description Orders in the stages that somebody works on. */
            stages: {
                [key: string]: number;
            };
            /** @description SKUs by state; of the confirmed ones those of today. A state without any is left out. */
            stock: {
                [key: string]: number;
            };
            /** @description SKUs by state; of the confirmed ones those of today. A state without any is left out. */
            price: {
                [key: string]: number;
            };
            /** @description Open problems of the connections. */
            problems: number;
            connections: components["schemas"]["TodayConnection"][];
            /** @description What was asked of Amazon today, by operation, and what is left. */
            calls: components["schemas"]["TodayCalls"][];
        };
        /** @description A product in the merchant's order system. */
        Item: {
            /** @description What the item is. */
            description: string;
            /**
             * @description The price in the merchant's currency; null where none is set.
             * @default null
             */
            price: components["schemas"]["Money"] | null;
            /** @description The weight of one unit in grams. */
            grams: number;
            /** @description Whether stock is counted. False for a kit: its components hold the stock. */
            tracksStock: boolean;
            /**
             * @description The components, where the item is shipped as others; null for a plain item.
             * @default null
             */
            kit: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
                quantity: number;
            }[] | null;
            /**
             * @description Its own time to ship in minutes; null: the default lead time of the Inventory section.
             * @default null
             */
            leadTimeMinutes: number | null;
            /**
             * @description UPC, EAN, ISBN or GTIN in digits, by which its listings are found; null where none is known.
             * @default null
             */
            barcode: string | null;
            /** @description The id of the item, 1 to 40 characters. */
            id: string;
        };
        /** @description Which item a seller SKU is. */
        SkuMapping: {
            /** @description The seller SKU at Amazon, 1 to 200 characters of any kind. */
            sellerSku: string;
            /** @description The item that this seller SKU is. */
            itemId: string;
            /**
             * @description `amazon` units at Amazon are `ours` units of the item.
             * @default {
             *       "amazon": 1,
             *       "ours": 1
             *     }
             */
            ratio: {
                amazon: number;
                ours: number;
            };
            /**
             * @description What a unit is called.
             * @default
             */
            unit: string;
            /** @default  */
            note: string;
        };
        ProductTypes: {
            types: {
                productType: string;
                title: string;
            }[];
        };
        ProductTypeDefinition: {
            productType: string;
            title: string;
            marketplaceId: string;
            /**
             * @description `LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has.
             * @enum {string}
             */
            requirements: "LISTING" | "LISTING_OFFER_ONLY";
            checksum: string;
            groups: {
                title: string;
                attributes: string[];
            }[];
            /** @description Amazon's JSON schema (2019-09, with Amazon's own keywords). */
            schema: {
                [key: string]: unknown;
            };
        };
        ConfiguredAmazonTab: {
            /** @description The id of the item, 1 to 40 characters. */
            itemId: string;
            /** @description The marketplace, such as `ATVPDKIKX0DER`. */
            marketplaceId: string;
            /** @description Amazon's name of the product type, such as `KITCHEN`. */
            productType: string;
            /**
             * @description `LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has.
             * @default LISTING
             * @enum {string}
             */
            requirements: "LISTING" | "LISTING_OFFER_ONLY";
            /** @description As Amazon takes them: each a list of entries. Not price and stock: those are the item’s. */
            attributes: {
                [key: string]: unknown;
            };
        };
        AttributeFault: {
            /** @description Where, such as `color/0/value`. */
            path: string;
            problem: components["schemas"]["ToldProblem"];
        };
        TabField: {
            attribute: string;
            label: string;
            description: string;
            required: boolean;
            editable: boolean;
            hidden: boolean;
            parts: {
                name: string;
                label: string;
                required: boolean;
                choices: {
                    value: string | number | boolean;
                    label: string;
                }[];
            }[];
            value: unknown;
            faults: components["schemas"]["AttributeFault"][];
        };
        TabIssue: {
            code: string;
            /** @enum {string} */
            severity: "ERROR" | "WARNING" | "INFO";
            /** @description Amazon's words. */
            message: string;
            /** @description What it is about; none: the whole. */
            fields: {
                attribute: string;
                label: string;
            }[];
        };
        AmazonTab: {
            itemId: string;
            marketplaceId: string;
            productType: string;
            title: string;
            /**
             * @description `LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has.
             * @enum {string}
             */
            requirements: "LISTING" | "LISTING_OFFER_ONLY";
            /** @description What is wrong with the product type, such as that Amazon has withdrawn it. */
            problem: components["schemas"]["ToldProblem"] | null;
            groups: {
                title: string;
                fields: components["schemas"]["TabField"][];
            }[];
            attributes: {
                [key: string]: unknown;
            };
            /** @description What the check on this machine says. */
            faults: components["schemas"]["AttributeFault"][];
            checkedAt: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            updatedAt: string;
            /** @description How the listing was last handed to Amazon from here. */
            submission: {
                /** @description An instant, ISO 8601 in UTC. */
                at: string;
                by: string;
                connection: string;
                sellerSku: string;
                taken: boolean;
                issues: components["schemas"]["TabIssue"][];
            } | null;
        };
        TabVerdict: {
            sellerSku: string;
            connection: string;
            /** @description Amazon has the SKU already. */
            listed: boolean;
            /** @description Amazon would take it, or took it; that proves nothing yet. */
            taken: boolean;
            issues: components["schemas"]["TabIssue"][];
            /** @description Exactly what was shown to Amazon. */
            attributes: {
                [key: string]: unknown;
            };
        };
        Alarm: {
            alarm: number;
            kind: string;
            says: string;
            /** @description An instant, ISO 8601 in UTC. */
            raisedAt: string;
            closedAt: string | null;
            closedBy: string | null;
            /** @description What was found out; null while it is open. */
            word: string | null;
        };
        AuditAct: {
            row: number;
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            act: string;
            who: string;
            /** @description Whom or what it was done to, where that is no order. */
            about: string | null;
            orders: number[];
            purpose: string | null;
            facts: {
                [key: string]: unknown;
            };
            /**
             * @description `merchant`: buyer data and settings; `deployment`: people, keys, connections. Rows are counted in each.
             * @enum {string}
             */
            audit: "merchant" | "deployment";
        };
        SignedReview: {
            through: number;
            /** @description An instant, ISO 8601 in UTC. */
            signedAt: string;
            signedBy: string;
            /** @description How many acts of each kind were looked through. */
            counts: {
                [key: string]: number;
            };
            word: string;
        };
        ListedReview: {
            through: number;
            /** @description An instant, ISO 8601 in UTC. */
            signedAt: string;
            signedBy: string;
            /** @description How many acts of each kind were looked through. */
            counts: {
                [key: string]: number;
            };
            word: string;
            /** @description It begins after this row. */
            after: number;
        };
        AuditReview: {
            last: components["schemas"]["SignedReview"] | null;
            /** @description Two weeks after the last review; null while there is nothing in the audit. */
            dueAt: string | null;
            isOverdue: boolean;
            /** @description Sign off up to this row. */
            through: number;
            counts: {
                [key: string]: number;
            };
            /** @description What people did with buyer data and settings since, the newest first, at most 500. */
            acts: {
                row: number;
                /** @description An instant, ISO 8601 in UTC. */
                at: string;
                act: string;
                who: string;
                /** @description Whom or what it was done to, where that is no order. */
                about: string | null;
                orders: number[];
                purpose: string | null;
                facts: {
                    [key: string]: unknown;
                };
            }[];
            /** @description Alarms that are open. */
            alarms: components["schemas"]["Alarm"][];
        };
        /** @description A mail to a buyer; whom it went to and what it says is not shown. */
        BuyerMail: {
            mailId: number;
            orderNumber: number;
            amazonOrderId: string;
            /** @enum {string} */
            kind: "invoice" | "question" | "delivery-appointment" | "design-check";
            /**
             * @description `unclear`: nobody knows whether it was sent; say so by a decision. `kept`: there is no mail server, in the demo.
             * @enum {string}
             */
            state: "waiting" | "sending" | "sent" | "kept" | "refused" | "unclear" | "removed";
            askedBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            askedAt: string;
            attempts: number;
            /** @description Null unless it waits. */
            nextTry: string | null;
            problem: components["schemas"]["ToldProblem"] | null;
            endedAt: string | null;
        };
        /** @description Who is told by mail, and of what. */
        NotifiedPerson: {
            /** @description One plain e-mail address. */
            address: string;
            topics: ("file-errors" | "deadlines" | "authorization" | "health")[];
        };
        Notifications: {
            /** @description The users with the topics they have; before there are users, the addresses that were named. */
            people: components["schemas"]["NotifiedPerson"][];
            /** @description Who is told: of a topic that nobody has, every user with Edit Settings; without users and names the owner. */
            told: components["schemas"]["NotifiedPerson"][];
            /** @description Addresses named before there were users, that are no user’s: nobody is told there any more. */
            former: string[];
        };
        OwnNotifications: {
            topics: ("file-errors" | "deadlines" | "authorization" | "health")[];
            told: ("file-errors" | "deadlines" | "authorization" | "health")[];
        };
        MailSummary: {
            mailId: number;
            address: string;
            /** @enum {string} */
            topic: "file-errors" | "deadlines" | "authorization" | "health" | "people" | "test";
            subject: string;
            /**
             * @description `kept`: no mail server is set, it is read here. `refused`: a test that was not taken.
             * @enum {string}
             */
            state: "waiting" | "sent" | "kept" | "refused" | "removed";
            attempts: number;
            /** @description Why the last try failed. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description An instant, ISO 8601 in UTC. */
            writtenAt: string;
            /** @description Null unless it waits. */
            nextTry: string | null;
            endedAt: string | null;
        };
        /** @description A mail to people of the merchant; it never holds buyer data. */
        Mail: {
            mailId: number;
            address: string;
            /** @enum {string} */
            topic: "file-errors" | "deadlines" | "authorization" | "health" | "people" | "test";
            subject: string;
            /**
             * @description `kept`: no mail server is set, it is read here. `refused`: a test that was not taken.
             * @enum {string}
             */
            state: "waiting" | "sent" | "kept" | "refused" | "removed";
            attempts: number;
            /** @description Why the last try failed. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description An instant, ISO 8601 in UTC. */
            writtenAt: string;
            /** @description Null unless it waits. */
            nextTry: string | null;
            endedAt: string | null;
            text: string;
            html: string;
        };
        /** @description A request to cancel, or the merchant's own; a buyer's reason is not shown. */
        Cancellation: {
            number: number;
            /** @description Amazon's order item ids. */
            lines: string[];
            /**
             * @description `open` waits for a person; `cancel` was decided and Amazon has not cancelled yet.
             * @enum {string}
             */
            state: "open" | "cancel" | "ship-anyway" | "cancelled" | "shipped" | "replaced";
            /** @description The merchant's own: no buyer asked for it. */
            byMerchant: boolean;
            /** @description An instant, ISO 8601 in UTC. */
            askedAt: string;
            /** @description Since when Amazon no longer shows it; a person still decides. */
            goneAt: string | null;
            reason: string | null;
            decidedBy: string | null;
            decidedAt: string | null;
            /** @description How far the word to Amazon is. `refused`, `unsure`, `removed`: it is decided again. */
            up: ("waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed") | null;
            /** @description What went wrong with it. */
            problem: components["schemas"]["ToldProblem"] | null;
        };
        ListedCancellation: {
            number: number;
            /** @description Amazon's order item ids. */
            lines: string[];
            /**
             * @description `open` waits for a person; `cancel` was decided and Amazon has not cancelled yet.
             * @enum {string}
             */
            state: "open" | "cancel" | "ship-anyway" | "cancelled" | "shipped" | "replaced";
            /** @description The merchant's own: no buyer asked for it. */
            byMerchant: boolean;
            /** @description An instant, ISO 8601 in UTC. */
            askedAt: string;
            /** @description Since when Amazon no longer shows it; a person still decides. */
            goneAt: string | null;
            reason: string | null;
            decidedBy: string | null;
            decidedAt: string | null;
            /** @description How far the word to Amazon is. `refused`, `unsure`, `removed`: it is decided again. */
            up: ("waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed") | null;
            /** @description What went wrong with it. */
            problem: components["schemas"]["ToldProblem"] | null;
            orderNumber: number;
            amazonOrderId: string;
            connection: string;
            /** @enum {string} */
            stage: "Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected";
            shipBy: string | null;
        };
        /** @description What is particular about a line; null on most. */
        LineParticulars: {
            /** @description Amazon Points that the buyer got. */
            points: {
                number: number;
                /** @description What they cost the merchant. */
                worth: components["schemas"]["Money"] | null;
            } | null;
            /** @description When the buyer wants the line delivered. */
            scheduled: {
                from: string | null;
                to: string | null;
            } | null;
            /** @description The buyer designed it; the design itself is buyer data. */
            customized: boolean;
            /** @description Amazon's word for the wrapping. */
            giftWrap: string | null;
            /** @description What Amazon demands of the delivery, such as `signatureConfirmation`. */
            demands: string[];
            /** @description The number under which VAT of the parcel is already paid. */
            iossNumber: string | null;
            /** @description Such as `TRANSPARENCY`. */
            programs: string[];
        } | null;
        RefundLine: {
            /** @description Amazon's order item id. */
            lineId: string;
            item: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            shippingTax: components["schemas"]["Money"];
            giftWrap: components["schemas"]["Money"];
            giftWrapTax: components["schemas"]["Money"];
            /** @description Amazon's units that will not be shipped. */
            quantityCancelled: number;
            /** @description Our units that are back on the shelf. */
            restock: number;
        };
        /** @description Money back to a buyer, and how far it is. */
        Refund: {
            id: number;
            /** @enum {string} */
            reason: "customer-return" | "general-adjustment" | "no-inventory" | "could-not-ship" | "different-item";
            /**
             * @description `settled`: Amazon paid it. `refused`: Amazon did not; it counts as given until it is removed. `unsure`: a person decides whether it was paid.
             * @enum {string}
             */
            state: "waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed";
            problem: components["schemas"]["ToldProblem"] | null;
            enteredBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            enteredAt: string;
            settledAt: string | null;
            /** @description How it was settled: by Amazon's `report`, or by a `person`. */
            settledBy: string | null;
            lines: components["schemas"]["RefundLine"][];
        };
        /** @description What is in a package. One of `line`, `sku` and `item` names it. */
        ShipmentItem: {
            /**
             * @description Amazon's order item id.
             * @default null
             */
            line: string | null;
            /**
             * @description The seller SKU.
             * @default null
             */
            sku: string | null;
            /**
             * @description The item id.
             * @default null
             */
            item: string | null;
            /**
             * @description In our units; null for everything that is open of it.
             * @default null
             */
            quantity: number | null;
        };
        /** @description A package that left. */
        Shipment: {
            /** @description Our order number, or the Amazon order id. */
            order: string;
            /**
             * @description Your name for it; null for that of the order's shipping method.
             * @default null
             */
            carrier: string | null;
            /**
             * @description Null for the name of the order's shipping method.
             * @default null
             */
            service: string | null;
            /**
             * @description Null for a package without tracking: it goes up by feed.
             * @default null
             */
            tracking: string | null;
            /**
             * @description An instant, or a day (2026-11-24); null for now.
             * @default null
             */
            shippedAt: string | null;
            /**
             * @description Your own name for it: sent again, it is the same package.
             * @default null
             */
            reference: string | null;
            /**
             * @description Null for everything that is open.
             * @default null
             */
            items: components["schemas"]["ShipmentItem"][] | null;
        };
        Package: {
            /** @description Its number in the order; Amazon's packageReferenceId. */
            number: number;
            carrier: string;
            /** @description What Amazon is told; null when the carrier is no longer known. */
            amazonCarrier: {
                code: string;
                name: string | null;
            } | null;
            service: string | null;
            tracking: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            shippedAt: string;
            /** @description Rises with each correction. */
            version: number;
            items: {
                /** @description Amazon's order item id. */
                line: string;
                /** @description In our units. */
                quantity: number;
                /** @description In Amazon's units. */
                quantityAmazon: number;
            }[];
        };
        PackageDetail: {
            /** @description Its number in the order; Amazon's packageReferenceId. */
            number: number;
            carrier: string;
            /** @description What Amazon is told; null when the carrier is no longer known. */
            amazonCarrier: {
                code: string;
                name: string | null;
            } | null;
            service: string | null;
            tracking: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            shippedAt: string;
            /** @description Rises with each correction. */
            version: number;
            items: {
                /** @description Amazon's order item id. */
                line: string;
                /** @description In our units. */
                quantity: number;
                /** @description In Amazon's units. */
                quantityAmazon: number;
            }[];
            reference: string | null;
            enteredBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            enteredAt: string;
            confirmation: {
                /**
                 * @description `settled` when Amazon shows it.
                 * @enum {string}
                 */
                state: "waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed";
                /** @enum {string} */
                way: "call" | "feed" | "file";
                attempts: number;
                /** @description When it is tried next; null when it is not waiting. */
                nextAt: string | null;
                sentAt: string | null;
                settledAt: string | null;
                /** @description What went wrong last. */
                problem: components["schemas"]["ToldProblem"] | null;
            } | null;
        };
        ShipmentResult: {
            /**
             * @description `known`: it was entered before.
             * @enum {string}
             */
            outcome: "entered" | "known" | "refused";
            orderNumber: number | null;
            amazonOrderId: string | null;
            package: components["schemas"]["Package"] | null;
            /** @description Spaces or dashes were taken out of the tracking number. */
            trackingCleaned: boolean;
            problem: components["schemas"]["ToldProblem"] | null;
        };
        /** @description One result for each package, in their order. */
        ShipmentResults: {
            results: components["schemas"]["ShipmentResult"][];
        };
        /** @description The buyer's data is not shown here. */
        MaskedBuyer: {
            /** @constant */
            masked: true;
            /** @description The country it goes to, by its two capitals. */
            country: string | null;
            /** @description The state it goes to; null where the country has none by the name that was written. */
            state: string | null;
        };
        OrderSummary: {
            /** @description Our number of the order. */
            orderNumber: number;
            /** @description Where it was ordered: `amazon`, or the code of a channel of the merchant's own. */
            channel: string;
            /** @description Of another channel: its code and its number there, such as `WEB:1001`. */
            amazonOrderId: string;
            /** @description Empty for an order of another channel. */
            connection: string;
            marketplaceId: string | null;
            /** @enum {string} */
            stage: "Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected";
            /** @description `NOT_AT_AMAZON` for an order of another channel. */
            amazonStatus: string;
            /** @description Amazon's shipping service level. */
            serviceLevel: string | null;
            shippingMethod: string | null;
            paymentMethod: string;
            /** @description The theme it was stamped with. */
            themeCode: string | null;
            /** @description Read-only: Amazon ships it. */
            fulfilledByAmazon: boolean;
            /** @description False for an order that is in the books only: nothing is confirmed to Amazon. */
            toConfirm: boolean;
            /** @description The distribution center it takes its stock from. */
            center: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            placedAt: string;
            shipBy: string | null;
            /** @description The grand total as Amazon states it; null until it does. */
            total: components["schemas"]["Money"] | null;
            /** @description What does not add up or is still to come, such as `money-mismatch`, `amounts-missing`. */
            flags: string[];
            buyer: components["schemas"]["MaskedBuyer"];
            /** @description An instant, ISO 8601 in UTC. */
            createdAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            updatedAt: string;
        };
        LineMoney: {
            item: components["schemas"]["Money"] | null;
            shipping: components["schemas"]["Money"] | null;
            giftWrap: components["schemas"]["Money"] | null;
            other: components["schemas"]["Money"] | null;
            tax: components["schemas"]["Money"] | null;
            /** @description The part of `tax` that the marketplace collects and remits. */
            marketplaceTax: components["schemas"]["Money"] | null;
            /** @description Whether the prices hold the tax; null without tax, and where neither adds up. */
            taxIncluded: boolean | null;
            /** @description Is subtracted. */
            discount: components["schemas"]["Money"] | null;
            /** @description The truth of the line. */
            total: components["schemas"]["Money"] | null;
        };
        OrderLine: {
            /** @description Amazon's order item id. */
            lineId: string;
            sellerSku: string;
            asin: string | null;
            title: string;
            itemId: string | null;
            /** @description In our units. */
            quantity: number;
            /** @description In Amazon's units. */
            quantityAmazon: number;
            /** @description Shipped, in Amazon's units. */
            fulfilledAmazon: number;
            money: components["schemas"]["LineMoney"];
            gift: boolean;
            particulars: components["schemas"]["LineParticulars"];
            allocations: {
                itemId: string;
                center: string;
                quantity: number;
            }[];
        };
        /** @description An order, without its buyer. */
        Order: {
            /** @description Our number of the order. */
            orderNumber: number;
            /** @description Where it was ordered: `amazon`, or the code of a channel of the merchant's own. */
            channel: string;
            /** @description Of another channel: its code and its number there, such as `WEB:1001`. */
            amazonOrderId: string;
            /** @description Empty for an order of another channel. */
            connection: string;
            marketplaceId: string | null;
            /** @enum {string} */
            stage: "Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected";
            /** @description `NOT_AT_AMAZON` for an order of another channel. */
            amazonStatus: string;
            /** @description Amazon's shipping service level. */
            serviceLevel: string | null;
            shippingMethod: string | null;
            paymentMethod: string;
            /** @description The theme it was stamped with. */
            themeCode: string | null;
            /** @description Read-only: Amazon ships it. */
            fulfilledByAmazon: boolean;
            /** @description False for an order that is in the books only: nothing is confirmed to Amazon. */
            toConfirm: boolean;
            /** @description The distribution center it takes its stock from. */
            center: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            placedAt: string;
            shipBy: string | null;
            /** @description The grand total as Amazon states it; null until it does. */
            total: components["schemas"]["Money"] | null;
            /** @description What does not add up or is still to come, such as `money-mismatch`, `amounts-missing`. */
            flags: string[];
            buyer: components["schemas"]["MaskedBuyer"];
            /** @description An instant, ISO 8601 in UTC. */
            createdAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            updatedAt: string;
            /** @description The document it was imported from. */
            documentId: number;
            /** @description What the chosen shipping method costs; for the choice only. */
            methodCost: components["schemas"]["Money"] | null;
            deliverBy: string | null;
            /** @description Amounts of the order outside its lines, such as a tip. */
            outsideLines: components["schemas"]["Money"] | null;
            programs: string[];
            /** @description The Amazon order id that this one replaces. */
            replaces: string | null;
            /** @description Null unless it came in as a purchase order. */
            purchaseOrder: {
                /** @description Null where it is the buyer's, which is not shown here. */
                number: string | null;
                ofBuyer: boolean;
                approvedAt: string | null;
            } | null;
            droppedLines: {
                sellerSku: string;
                asin: string | null;
                quantity: number;
            }[];
            lines: components["schemas"]["OrderLine"][];
            /** @description What left, and how far its confirmation to Amazon is. */
            packages: components["schemas"]["PackageDetail"][];
            /** @description Why it is not handed to the vendor that runs its center; null where it is, or needs not be. */
            waits: components["schemas"]["ToldProblem"] | null;
            /** @description What is asked to be cancelled, and what was decided. */
            cancellation: components["schemas"]["Cancellation"] | null;
            /** @description Money back to the buyer, the oldest first. */
            refunds: components["schemas"]["Refund"][];
            events: {
                /** @description An instant, ISO 8601 in UTC. */
                at: string;
                kind: string;
                who: string;
                facts: {
                    [key: string]: unknown;
                };
            }[];
            /** @description What the import did, step by step. */
            log: components["schemas"]["LogEntry"][];
        };
        /** @description The step at which an order is. */
        WhereIsOrder: {
            amazonOrderId: string;
            /** @enum {string} */
            step: "in-stage" | "held" | "skipped" | "waiting-on-page" | "not-asked-for" | "unknown-at-amazon";
            /** @description Where it is and why; for people. */
            sentence: string;
            orderNumber: number | null;
            stage: ("Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected") | null;
            documentId: number | null;
            problems: components["schemas"]["ToldProblem"][];
            /** @description Whether Amazon was asked for it just now: it had never been seen. */
            asked: boolean;
            /** @description Whether it was taken through the import by that. */
            imported: boolean;
        };
        OrdersOfBuyer: {
            orders: {
                orderNumber: number;
                amazonOrderId: string;
                stage: string;
            }[];
        };
        OwnMarketplace: {
            id: string;
            name: string;
            country: string;
            currency: string;
            /** @enum {string} */
            region: "na" | "eu" | "fe";
        };
        /** @description One selling partner in one region, with its authorization. */
        Connection: {
            id: string;
            /** @enum {string} */
            region: "na" | "eu" | "fe";
            sellingPartnerId: string;
            /**
             * @description `authorized`; `by-files`: there is none, and people carry the files; `expired`: Amazon refuses it and its day has come; `revoked`: Amazon refuses it; `disabled`: cleared.
             * @enum {string}
             */
            state: "authorized" | "by-files" | "expired" | "revoked" | "disabled";
            /**
             * @description How it came: by Amazon's consent page, or as a pasted token.
             * @enum {string}
             */
            consent: "website" | "pasted";
            /** @description The last day of the authorization; null: it has no end. */
            lapsesOn: string | null;
            /** @description The clock of a connection whose authorization ended. */
            deletion: {
                /** @enum {string} */
                why: "cleared" | "lapsed" | "revoked";
                /** @description When what Amazon gave is deleted, unless it is connected again. */
                at: string;
            } | null;
            /** @description Whether orders are imported. */
            importing: boolean;
            /** @description When importing was started first. */
            startedAt: string | null;
            marketplaces: {
                id: string;
                name: string;
                country: string;
                currency: string;
                participating: boolean;
                /** @description Since when Amazon refuses its orders; null when all is well. */
                refusedAt: string | null;
            }[];
        };
        Started: {
            /** @description Orders placed from this instant on are imported. */
            from: string;
        };
        WhatStops: {
            connection: string;
            sentences: string[];
        };
        ConnectionTest: {
            sentence: string;
            roles: {
                role: string;
                means: string;
                /** @enum {string} */
                verdict: "good" | "missing" | "unknown";
                /** @description Amazon's name of the request, which its support asks for. */
                requestId: string | null;
            }[];
        };
        Certificate: {
            id: number;
            connection: string;
            /** @description An instant, ISO 8601 in UTC. */
            writtenAt: string;
            /** @description SHA-256 of the content; it stands in the merchant's audit. */
            fingerprint: string;
            /** @description JSON, as its fingerprint was made. */
            content: string;
            text: string;
        };
        /** @description A carrier and what Amazon calls it. */
        Carrier: {
            /** @description Your own name for it; capitals do not count. */
            carrier: string;
            /** @description A code of Amazon's list, capitals included, or Other. */
            amazonCode: string;
            /**
             * @description The name of the carrier, with the code Other only.
             * @default null
             */
            amazonName: string | null;
        };
        /** @description All of them; one left out is removed. */
        Carriers: {
            carriers: components["schemas"]["Carrier"][];
        };
        CarrierGuess: {
            /** @description A code of Amazon's list. */
            code: string;
            /** @description Its check digit fits. */
            checked: boolean;
            why: string;
        };
        /** @description An item with its stock and its listings, for a list. */
        CatalogRow: {
            /** @description The id of the item, 1 to 40 characters. */
            id: string;
            description: string;
            price: components["schemas"]["Money"] | null;
            tracksStock: boolean;
            isKit: boolean;
            /** @description In all centers. */
            onHand: number;
            /** @description Of it, reserved by orders. */
            allocated: number;
            /** @description What Amazon is told of it, one to one. */
            reported: number | "always";
            /** @description How many listings at Amazon are this item, by mapping, by id or linked. */
            listings: number;
            /** @description How many of them Amazon sells. */
            active: number;
            /** @description How many of its listings stand how. */
            standings: {
                [key: string]: number;
            };
            /** @description The first of its listings; those that need a person first. */
            amazon: {
                connection: string;
                sellerSku: string;
                marketplaceId: string;
                /**
                 * @description `refused`, `differs`, `held`: the gravest of what was sent. `unlinked`: no item of yours is linked. `suppressed`: Amazon does not sell it. `waiting`: not shown by Amazon yet. `live`: as we said it.
                 * @enum {string}
                 */
                standing: "refused" | "differs" | "held" | "unlinked" | "suppressed" | "waiting" | "live";
                channel: string | null;
                price: components["schemas"]["Money"] | null;
                quantity: number | null;
            }[];
        };
        /** @description How many items there are, and how many of each filter of their list. Counted up to 100,000; 100,001 stands for all that are more. */
        CatalogCounts: {
            items: number;
            linked: number;
            /** @description Null where there are more items than are counted. */
            unlinked: number | null;
            refused: number;
            differs: number;
            held: number;
            /** @description Shipped by Amazon. */
            amazon: number;
        };
        SendingState: {
            connection: string;
            /** @description Stock is sent. */
            stock: boolean;
            /** @description Prices are sent. */
            price: boolean;
            /** @description Since when the brake stands: what it stopped waits for a person. */
            brakedAt: string | null;
        };
        StockSaid: {
            /** @description In units at Amazon; `always`: always available. */
            quantity: number | "always";
            leadDays: number | null;
            /** @description A day, YYYY-MM-DD. */
            restockOn: string | null;
        };
        OfferSaid: {
            price: components["schemas"]["Money"];
            min: components["schemas"]["Money"] | null;
            max: components["schemas"]["Money"] | null;
            sale: {
                price: components["schemas"]["Money"];
                from: string;
                to: string;
            } | null;
            business: {
                price: components["schemas"]["Money"] | null;
                tiers: {
                    from: number;
                    price: components["schemas"]["Money"];
                }[];
            } | null;
        };
        DryRunRow: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            /** @description Null for stock: it is one for all marketplaces. */
            marketplaceId: string | null;
            /** @enum {string} */
            field: "stock" | "price";
            /**
             * @description `due`: would be sent. `held`: waits for approval. `nothing`: is as it should be. `silent`: never sent.
             * @enum {string}
             */
            what: "due" | "held" | "nothing" | "silent";
            /** @description What Amazon has, as far as we know. */
            before: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            after: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            problems: components["schemas"]["ToldProblem"][];
            /** @description Why nothing is said of it. */
            silence: string | null;
            /** @description The change exactly as it would go up. */
            patch: unknown;
        };
        SkuField: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            marketplaceId: string | null;
            /** @enum {string} */
            field: "stock" | "price";
            /** @enum {string} */
            state: "due" | "held" | "flying" | "accepted" | "confirmed" | "refused" | "differs";
            wanted: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            sent: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            sentAt: string | null;
            /** @description What was read at Amazon. */
            confirmed: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            confirmedAt: string | null;
            /** @description A price that was put back and stays until it is released. */
            pinned: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            problem: components["schemas"]["ToldProblem"] | null;
        };
        Concerned: {
            /** @description How many fields of SKUs. */
            fields: number;
        };
        ManualUpload: {
            /** @description Its number; the results are in the list of SKUs. */
            cycle: number;
        };
        SkuEvent: {
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            marketplaceId: string | null;
            /** @enum {string} */
            field: "stock" | "price";
            what: string;
            before: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            after: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            who: string;
        };
        ItemListing: {
            connection: string;
            sellerSku: string;
            marketplaceId: string;
            linked: boolean;
            /**
             * @description `refused`, `differs`, `held`: the gravest of what was sent. `unlinked`: no item of yours is linked. `suppressed`: Amazon does not sell it. `waiting`: not shown by Amazon yet. `live`: as we said it.
             * @enum {string}
             */
            standing: "refused" | "differs" | "held" | "unlinked" | "suppressed" | "waiting" | "live";
            asin: string | null;
            title: string;
            channel: string | null;
            active: boolean;
            quantity: number | null;
            price: components["schemas"]["Money"] | null;
            /** @description When it was last read at Amazon. */
            readAt: string | null;
            issues: {
                /** @enum {string} */
                severity: "ERROR" | "WARNING" | "INFO";
                message: string;
            }[];
            fields: components["schemas"]["SkuField"][];
            /** @description What would be said of it now. */
            now: {
                marketplaceId: string | null;
                /** @enum {string} */
                field: "stock" | "price";
                /** @enum {string} */
                what: "due" | "held" | "nothing" | "silent";
                /** @description What we would say now. */
                value: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
                problems: components["schemas"]["ToldProblem"][];
                /** @description Why nothing is said. */
                silence: string | null;
            }[];
        };
        ItemListings: {
            reported: number | "always";
            /** @description At most 500. */
            rows: components["schemas"]["ItemListing"][];
        };
        ItemEvent: {
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            /**
             * @description Told to Amazon or by it; found by an audit; moved on a shelf.
             * @enum {string}
             */
            source: "amazon" | "drift" | "stock";
            what: string;
            sellerSku: string | null;
            marketplaceId: string | null;
            field: string | null;
            before: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            /** @description Of a difference: what Amazon showed is in `found`. */
            after: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            /** @description What an audit found to differ, as texts. */
            found: {
                ours: string | null;
                amazons: string | null;
            } | null;
            who: string;
            center: string | null;
            change: number | null;
            onHand: number | null;
            reference: string;
        };
        /** @description A marketplace in which a connection sells. */
        SellingPlace: {
            connection: string;
            marketplaceId: string;
            name: string;
            country: string;
            currency: string;
        };
        Channel: {
            /** @description Stands before the number of each of its orders. */
            code: string;
            name: string;
            /** @description For how many days its buyers' data is kept after an order has ended. */
            keepDays: number;
            /** @description How many of its orders are here. */
            orders: number;
        };
        /** @description A channel beside Amazon. */
        ConfiguredChannel: {
            code: string;
            name: string;
            /** @description For how many days its buyers' data is kept after an order has ended. */
            keepDays: number;
        };
        /** @description The Inventory section of the settings. */
        InventorySettings: {
            /** @description Send complete inventory files hourly; else changes only. */
            completeHourly: boolean;
            /** @description Include price in hourly inventory file: the item's price and offers, never the spreadsheet's. */
            includePrice: boolean;
            /** @description Time to ship in minutes, sent as whole days, rounded up; null: none is sent. */
            defaultLeadTimeMinutes: number | null;
            /** @description What an item without counted stock reports: a number, or Amazon's own always available. */
            untracked: number | "always";
            /** @description Send all unconfigured items in inventory file for this product type, such as LUGGAGE; null: none. Never creates a listing. */
            unconfiguredProductType: string | null;
        };
        /** @description What a marketplace's rules say today about prices (I13). */
        PriceNotice: {
            /** @description Of the marketplace. */
            country: string;
            text: string;
            source: string;
            /** @description The day on which it was read, YYYY-MM-DD. */
            asOf: string;
        };
        InventorySettingsReply: {
            /** @description Send complete inventory files hourly; else changes only. */
            completeHourly: boolean;
            /** @description Include price in hourly inventory file: the item's price and offers, never the spreadsheet's. */
            includePrice: boolean;
            /** @description Time to ship in minutes, sent as whole days, rounded up; null: none is sent. */
            defaultLeadTimeMinutes: number | null;
            /** @description What an item without counted stock reports: a number, or Amazon's own always available. */
            untracked: number | "always";
            /** @description Send all unconfigured items in inventory file for this product type, such as LUGGAGE; null: none. Never creates a listing. */
            unconfiguredProductType: string | null;
            priceNotices: components["schemas"]["PriceNotice"][];
        };
        /** @description A screen branding theme. */
        Theme: {
            /** @description Stamped on every order while the Orders section names it. */
            code: string;
            name: string;
            /** @description The e-mail address its mails come from. */
            sender: string;
            /**
             * @description The name of its template for mails; empty for the plain one.
             * @default
             */
            template: string;
            service: {
                name: string;
                email: string;
                /** @default  */
                phone: string;
            };
        };
        /** @description The Emails section of the settings. */
        EmailSettings: {
            /** @description Whether mails go to buyers at all; off by default. */
            sendDirectly: boolean;
            /** @description Which of the kinds that Amazon permits are sent. */
            kinds: {
                invoice: boolean;
                /** @description A question needed to complete the order. */
                question: boolean;
                "delivery-appointment": boolean;
                /** @description A check of a custom design. */
                "design-check": boolean;
            };
            /** @description Who confirmed Amazon's policy when it was switched on. */
            policyConfirmed: {
                by: string;
                /** @description An instant, ISO 8601 in UTC. */
                at: string;
            } | null;
        };
        /** @description What an item is offered for at Amazon. */
        ItemOffer: {
            /** @description The id of the item, 1 to 40 characters. */
            itemId: string;
            /**
             * @description The marketplace where it counts, in its currency; null: every one of the merchant's currency that has no offer of its own.
             * @default null
             */
            marketplaceId: string | null;
            /**
             * @description What the item costs there; null: the item's own price.
             * @default null
             */
            price: components["schemas"]["Money"] | null;
            /**
             * @description The lowest price at which Amazon may show it.
             * @default null
             */
            min: components["schemas"]["Money"] | null;
            /**
             * @description The highest one.
             * @default null
             */
            max: components["schemas"]["Money"] | null;
            /** @default null */
            sale: {
                price: components["schemas"]["Money"];
                /** @description First day, YYYY-MM-DD. */
                from: string;
                /** @description Last day, YYYY-MM-DD. */
                to: string;
            } | null;
            /** @default null */
            business: {
                /**
                 * @description What a business buyer pays for one.
                 * @default null
                 */
                price: components["schemas"]["Money"] | null;
                /**
                 * @description Rising in units, falling in price; at most 5.
                 * @default []
                 */
                tiers: {
                    /** @description From so many units on. */
                    from: number;
                    /** @description each */
                    price: components["schemas"]["Money"];
                }[];
            } | null;
        };
        /** @description The price of sending an order, once for the order; of rising steps the first that holds counts. */
        Rate: {
            /** @constant */
            kind: "flat";
            amount: components["schemas"]["Money"];
        } | {
            /** @constant */
            kind: "by-weight";
            steps: {
                upToGrams: number;
                amount: components["schemas"]["Money"];
            }[];
        } | {
            /** @constant */
            kind: "by-subtotal";
            steps: {
                upTo: components["schemas"]["Money"];
                amount: components["schemas"]["Money"];
            }[];
        } | {
            /** @constant */
            kind: "percentage";
            /** @description Of the subtotal, rounded half up: a decimal number as text with at most 2 decimals, such as "12.5". */
            percent: string;
            /**
             * @description It costs no less; null for no bound.
             * @default null
             */
            minimum: components["schemas"]["Money"] | null;
            /**
             * @description It costs no more; null for no bound.
             * @default null
             */
            maximum: components["schemas"]["Money"] | null;
        } | {
            /** @constant */
            kind: "per-item";
            /** @description The price of the first unit. */
            first: components["schemas"]["Money"];
            /** @description The price of each further unit. */
            further: components["schemas"]["Money"];
        };
        /** @description Where a rate holds. The first zone that holds the destination counts. */
        Zone: {
            /** @description Two capitals, such as "US". */
            country: string;
            /**
             * @description Only these states; empty for all.
             * @default []
             */
            states: string[];
            /**
             * @description Not these states.
             * @default []
             */
            exceptStates: string[];
            /**
             * @description Beginnings ("967") or ranges ("10000-19999", "K1A-K2C", "BT1-BT17"); empty for all.
             * @default []
             */
            postalCodes: string[];
            rate: components["schemas"]["Rate"];
        };
        /** @description A carrier service of the merchant, with its rates. */
        ShippingMethod: {
            /** @description The id of the shipping method. */
            id: string;
            name: string;
            carrier: string;
            zones: components["schemas"]["Zone"][];
            /**
             * @description The heaviest order; null for no limit.
             * @default null
             */
            maxGrams: number | null;
            /**
             * @description The highest subtotal; null for no limit.
             * @default null
             */
            maxValue: components["schemas"]["Money"] | null;
            /**
             * @description The most packages, counted by weight with packageGrams in each; null for no limit.
             * @default null
             */
            maxPackages: number | null;
            /**
             * @description How many grams fit one package; only with maxPackages.
             * @default null
             */
            packageGrams: number | null;
            /** @description Whether it delivers to PO boxes. */
            poBox: boolean;
            /** @description Whether it delivers to military addresses. */
            military: boolean;
            /**
             * @description Orders with one of these items, or a kit of one, do not go this way.
             * @default []
             */
            excludedItems: string[];
            /**
             * @description Only these items go this way; a kit is listed itself or all its components are. Empty for all items.
             * @default []
             */
            onlyItems: string[];
            /** @default true */
            enabled: boolean;
        };
        ShippingMethodList: {
            rows: components["schemas"]["ShippingMethod"][];
            /** @description Another one after each change of the list. */
            version: string;
        };
        /** @description The Orders section of the settings. */
        OrderSettings: {
            /** @description Orders placed before this day (YYYY-MM-DD, the merchant's time zone) are not imported; null for none. */
            notBefore: string | null;
            /** @description Amazon order ids that are never imported. */
            ignoredOrders: string[];
            /** @description ASINs, seller SKUs or order item ids whose lines are dropped. */
            ignoredItems: string[];
            /** @description Minutes between two sweeps for orders. */
            sweepEveryMinutes: number;
            /**
             * @description Orders come in as purchase orders, with the buyer's number or else the Amazon order id; approved.
             * @default false
             */
            asPurchaseOrders: boolean;
            /**
             * @description Orders come in completed, for the books only: never confirmed to Amazon.
             * @default false
             */
            asCompleted: boolean;
            /**
             * @description The theme that every order is stamped with.
             * @default null
             */
            themeCode: string | null;
            /**
             * @description Orders that Amazon fulfills come in completed and read-only.
             * @default false
             */
            importFba: boolean;
        };
        LevelMethod: {
            /** @description The id of the shipping method. */
            methodId: string;
            /** @description Whether the method may be chosen for this level. */
            valid: boolean;
            /**
             * @description The lowest number that is available wins; without numbers the cheapest.
             * @default null
             */
            priority: number | null;
        };
        /** @description The Shipping section of the settings. */
        ShippingSettings: {
            /** @description The shipping methods of each service level; each level needs a valid one that is not disabled. */
            levels: {
                standard: components["schemas"]["LevelMethod"][];
                expedited: components["schemas"]["LevelMethod"][];
                "two-day": components["schemas"]["LevelMethod"][];
                "one-day": components["schemas"]["LevelMethod"][];
            };
            /** @description What Amazon's other service levels become. */
            further: {
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                FREE_ECONOMY: "standard" | "expedited" | "two-day" | "one-day" | "hold";
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                SAME_DAY: "standard" | "expedited" | "two-day" | "one-day" | "hold";
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                PRIORITY: "standard" | "expedited" | "two-day" | "one-day" | "hold";
                /**
                 * @description One of the four levels, or hold the order.
                 * @enum {string}
                 */
                SCHEDULED: "standard" | "expedited" | "two-day" | "one-day" | "hold";
            };
        };
        /** @description A place that holds stock. */
        DistributionCenter: {
            /** @description The code of the center. */
            code: string;
            name: string;
            /** @description Takes the order when no center holds all its items. Exactly one is the default. */
            isDefault: boolean;
            /**
             * @description Units of each item that Amazon is not told of: if you set the buffer to 2, two less than you really have are reported, in each center. It covers what sells elsewhere before Amazon knows.
             * @default 0
             */
            inventoryBuffer: number;
            /** @description Where its packages start; absent: the merchant's own address. */
            shipFrom?: {
                name: string;
                line1: string;
                city: string;
                /** @default  */
                state: string;
                postalCode: string;
                country: string;
            };
        };
        /** @description How many of an item lie in a center. */
        Stock: {
            /** @description The id of the item. */
            itemId: string;
            /** @description The code of the center. */
            center: string;
            /** @description How many lie on the shelf; below zero when more was sold. */
            onHand: number;
            /** @description How many are reserved by orders. */
            allocated: number;
            /** @description The day on which more comes, YYYY-MM-DD; null where none is known. */
            restockOn: string | null;
        };
        /** @description A company that runs distribution centers for the merchant. */
        Vendor: {
            /** @description A short name of your own. */
            id: string;
            company: string;
            /**
             * @description What it does for you.
             * @default
             */
            purpose: string;
            /**
             * @description `own-approval`: Amazon approved it, it gets the order id. `complete-record`: it gets the address while the record is complete. `our-label`: your people print the label, it gets nothing of the buyer.
             * @enum {string}
             */
            mode: "own-approval" | "complete-record" | "our-label";
            /**
             * @description The distribution centers that it runs.
             * @default []
             */
            centers: string[];
            /**
             * @description Since when it has Amazon’s own approval, YYYY-MM-DD.
             * @default null
             */
            approvedOn: string | null;
            /** @default null */
            contractOn: string | null;
            /**
             * @description The last due diligence; good for a year.
             * @default null
             */
            checkedOn: string | null;
            /**
             * @description The e-mail address to tell of a breach.
             * @default null
             */
            securityContact: string | null;
            /**
             * @description After how many days it erases addresses.
             * @default null
             */
            retentionDays: number | null;
            /**
             * @description Who consented for the seller, and when.
             * @default null
             */
            consent: {
                by: string;
                on: string;
            } | null;
        };
        VendorNow: {
            vendor: components["schemas"]["Vendor"];
            /**
             * @description What it is given of an order now.
             * @enum {string}
             */
            gives: "order-id" | "address" | "print-job" | "nothing";
            /** @description What its orders wait for. */
            missing: string[];
            /** @description How many of its orders wait for that. */
            waiting: number;
            /** @description Addresses that it must erase and has not said that it did. */
            purgesOpen: number;
        };
        /** @description An order for the vendor that runs its center. */
        VendorOrder: {
            orderNumber: number | null;
            amazonOrderId: string | null;
            shipBy: string | null;
            shippingMethod: string | null;
            lines: {
                itemId: string | null;
                sellerSku: string;
                title: string;
                /** @description In our units. */
                quantity: number;
            }[];
            /** @description The address; null in lists, and where this vendor may not know it. */
            shipTo: {
                name: string | null;
                company: string | null;
                lines: string[];
                district: string | null;
                city: string | null;
                state: string | null;
                postalCode: string | null;
                country: string | null;
            } | null;
        };
        /** @description An address that the vendor must erase, and has not said that it did. */
        VendorPurge: {
            orderNumber: number;
            amazonOrderId: string;
            /** @description Since when our own copy is gone. */
            since: string;
        };
        PurgeAcknowledged: {
            /** @constant */
            acknowledged: true;
        };
        /** @description What a merchant may change of itself. */
        MerchantDetails: {
            name: string;
            /** @description A time zone by its place, such as "America/New_York". */
            timeZone: string;
            /** @description Cannot be changed: all amounts are written in it. */
            currency: string;
            /** @enum {string} */
            weightUnit: "g" | "kg" | "oz" | "lb";
            shipFrom: {
                name: string;
                line1: string;
                city: string;
                state: string;
                postalCode: string;
                country: string;
            };
        };
        /** @description A merchant's whole configuration. */
        Configuration: {
            merchant: components["schemas"]["MerchantDetails"];
            items: components["schemas"]["Item"][];
            offers: components["schemas"]["ItemOffer"][];
            amazonTabs: components["schemas"]["ConfiguredAmazonTab"][];
            mappings: components["schemas"]["SkuMapping"][];
            /** @description All of them, in the order in which they are tried. */
            centers: components["schemas"]["DistributionCenter"][];
            /** @description All of them; one left out is removed. */
            vendors: components["schemas"]["Vendor"][];
            /** @description All of them; one left out is removed. */
            methods: components["schemas"]["ShippingMethod"][];
            /** @description All of them; one left out is removed. */
            carriers: components["schemas"]["Carrier"][];
            /** @description All of them; one left out is removed. */
            themes: components["schemas"]["Theme"][];
            /** @description All of them; one left out is removed. */
            channels: components["schemas"]["ConfiguredChannel"][];
            orders: components["schemas"]["OrderSettings"];
            shipping: components["schemas"]["ShippingSettings"];
            inventory: components["schemas"]["InventorySettings"];
        };
        ConfigurationChange: {
            /** @enum {string} */
            section: "merchant" | "items" | "offers" | "amazonTabs" | "mappings" | "centers" | "vendors" | "methods" | "carriers" | "themes" | "channels" | "orders" | "shipping" | "inventory";
            /** @description The entry by its id, or the field of the section. */
            name: string;
            /** @enum {string} */
            kind: "added" | "changed" | "removed";
            /** @description What differs in it, old and new; of a list of ids, those that go and those that come. */
            fields: {
                field: string;
                /** @description Any JSON value. */
                from: unknown;
                /** @description Any JSON value. */
                to: unknown;
            }[];
        };
        AppliedConfiguration: {
            /** @description False for a dry run, and where nothing differs. */
            applied: boolean;
            changes: components["schemas"]["ConfigurationChange"][];
        };
        Deadline: {
            orderNumber: number;
            amazonOrderId: string;
            marketplaceId: string | null;
            /** @enum {string} */
            stage: "Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected";
            /** @description An instant, ISO 8601 in UTC. */
            shipBy: string;
            /** @description The same in the merchant's zone and format. */
            shipByLocal: string;
            /** @description Whether that time has passed. */
            late: boolean;
            /** @enum {string} */
            missing: "not-entered" | "partly-entered" | "refused" | "not-accepted";
            /** @description What is missing; for people. */
            sentence: string;
        };
        OperatedMerchant: {
            merchantId: string;
            name: string;
            owner: string;
            suspendedAt: string | null;
            users: number;
            /** @description False until the owner has come in. */
            hasOwner: boolean;
            /** @description How many documents are held. */
            held: number;
            /** @description How many entries that go up to Amazon wait for a person. */
            waitingForPeople: number;
            /** @description How many problems are open. */
            problems: number;
            /** @description How many kinds of work failed five times or more in a row. */
            failingWork: number;
            unsentMails: number;
            /** @description When Amazon was last searched for orders to the end. */
            lastSweepAt: string | null;
        };
        MerchantState: {
            merchantId: string;
            name: string;
            suspendedAt: string | null;
        };
        /** @description What a user of a merchant may be given. Nobody has any by default. */
        PermissionTable: {
            permissions: {
                /** @enum {string} */
                name: "View Orders" | "Edit Orders" | "Shipping Department" | "View Items" | "Edit Items" | "View Settings" | "Edit Settings" | "Edit Users" | "View Audit" | "View Amazon PII" | "Print Amazon PII" | "Export Amazon PII";
                allows: string;
                scopes: string[];
            }[];
        };
        User: {
            userId: string;
            email: string;
            name: string;
            owner: boolean;
            permissions: string[];
            groups: string[];
            topics: string[];
            /** @description What the person may do now: given by name, through groups, or as the owner. */
            acting: ("View Orders" | "Edit Orders" | "Shipping Department" | "View Items" | "Edit Items" | "View Settings" | "Edit Settings" | "Edit Users" | "View Audit" | "View Amazon PII" | "Print Amazon PII" | "Export Amazon PII")[];
            /** @description The day of the last training; it counts for 365 days. */
            trainedOn: string | null;
            /** @description When the permissions that open buyer data end; null: not by themselves. */
            piiUntil: string | null;
            /** @description Whether permissions that open buyer data act now, where they were given. */
            piiActs: boolean;
            /** @description An instant, ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
            disabled: boolean;
        };
        Group: {
            groupId: string;
            name: string;
            permissions: string[];
        };
        Invitation: {
            invitationId: string;
            email: string;
            /** @enum {string} */
            state: "open" | "expired" | "accepted" | "withdrawn";
            owner: boolean;
            permissions: string[];
            groups: string[];
            topics: string[];
            /** @description An instant, ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            expiresAt: string;
        };
        Removal: {
            userId: string;
            email: string;
            /** @description An instant, ISO 8601 in UTC. */
            leftAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            removedAt: string;
            /** @description How long the access lasted after the person left. */
            hours: number;
            removedBy: string;
        };
        /** @description Something that is tried again by itself, and when. */
        RetryEntry: {
            /**
             * @description `feed`: a batch at Amazon; `stock`, `price`: changes that wait after a feed came to nothing.
             * @enum {string}
             */
            kind: "confirmation" | "cancellation" | "refund" | "feed" | "stock" | "price" | "inbound-order";
            /** @description The number of the entry of what goes up, of the feed or of the document; 0 for SKUs. */
            number: number;
            connection: string;
            /** @description The Amazon order id, or what a feed is about. */
            name: string;
            /** @description How many messages or SKUs. */
            count: number;
            tries: number;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description An instant, ISO 8601 in UTC. */
            nextTry: string;
            /** @description An instant, ISO 8601 in UTC. */
            since: string;
        };
        NamedLayout: {
            /** @description The columns in their order, each under the heading that the program wants. */
            columns: {
                /** @enum {string} */
                field: "order" | "amazonOrder" | "method" | "level" | "name" | "company" | "address1" | "address2" | "address3" | "district" | "city" | "state" | "postalCode" | "country" | "phone" | "notes" | "items" | "units";
                heading: string;
            }[];
            /**
             * @default comma
             * @enum {string}
             */
            delimiter: "comma" | "semicolon" | "tab" | "bar";
            /**
             * @description `windows-1252` for older programs: letters that it lacks lose their marks or become a question mark.
             * @default utf-8
             * @enum {string}
             */
            encoding: "utf-8" | "utf-8-bom" | "windows-1252" | "utf-16";
            name: string;
            savedBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            savedAt: string;
        };
        ShipTo: {
            name: string | null;
            company: string | null;
            lines: string[];
            district: string | null;
            city: string | null;
            state: string | null;
            postalCode: string | null;
            country: string | null;
        };
        /** @description Never kept: the reply must not be stored, and each one stands in the audit. */
        ShownBuyer: {
            orderNumber: number;
            amazonOrderId: string;
            name: string | null;
            company: string | null;
            /** @description Amazon's relay address. */
            email: string | null;
            phone: string | null;
            shipTo: components["schemas"]["ShipTo"] | null;
            deliveryNotes: string | null;
            purchaseOrder: string | null;
            taxNumbers: string[];
            lines: {
                lineId: string;
                giftMessage: string | null;
                customization: string | null;
            }[];
        };
        RevealLimits: {
            /** @description One by one, and originals of documents. */
            reveal: number;
            print: number;
            export: number;
        };
        QueuedOrder: {
            orderNumber: number;
            /** @description Where it was ordered: `amazon`, or a channel of the merchant's own. */
            channel: string;
            /** @description Its number there; Amazon's order id for an order of Amazon. */
            amazonOrderId: string;
            shipBy: string | null;
            /** @description Whether its time to ship has passed. */
            late: boolean;
            center: string | null;
            shippingMethod: string | null;
            /** @description The carrier of its shipping method. */
            carrier: string | null;
            buyer: components["schemas"]["MaskedBuyer"];
            lines: {
                lineId: string;
                sellerSku: string;
                title: string;
                itemId: string | null;
                /** @description What has not left yet, in our units. */
                open: number;
            }[];
        };
        QueueSums: {
            all: number;
            late: number;
            /** @description Those whose deadline is still to come on the merchant's day. */
            today: number;
            tomorrow: number;
            centers: {
                name: string | null;
                count: number;
            }[];
            methods: {
                name: string | null;
                count: number;
            }[];
            channels: {
                name: string | null;
                count: number;
            }[];
        };
        AskedExport: {
            export: number;
            /** @description The word that fetches it: once, within ten minutes, in this session. It is shown here only. */
            download: string;
            /** @description An instant, ISO 8601 in UTC. */
            expiresAt: string;
            orders: number;
        };
        Export: {
            export: number;
            who: string;
            purpose: string;
            /** @description The order numbers. */
            orders: number[];
            /** @description The name of the layout, where it has one. */
            layout: string | null;
            /** @description The headings of the file; null for one of before there were layouts. */
            columns: string[] | null;
            /** @description An instant, ISO 8601 in UTC. */
            askedAt: string;
            /** @description Null: it was never fetched, and nobody got anything. */
            fetchedAt: string | null;
        };
        Submission: {
            /** @description Its number. */
            file: number;
            /**
             * @description `feed`: Millrace sends it. `file`: a person carries it to Seller Central.
             * @enum {string}
             */
            way: "feed" | "file";
            /**
             * @description What it holds.
             * @enum {string}
             */
            kind: "shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity";
            connection: string;
            marketplaceId: string;
            /**
             * @description A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.
             * @enum {string}
             */
            state: "new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn";
            /** @description How many packages, orders, refunds or SKUs it holds. */
            messages: number;
            /** @description Amazon's number of the feed. */
            feedId: string | null;
            /** @description Amazon's word for where the feed stands. */
            amazonState: string | null;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            sentAt: string | null;
            endedAt: string | null;
        };
        CarriedFile: {
            /** @description Its number. */
            file: number;
            /**
             * @description `feed`: Millrace sends it. `file`: a person carries it to Seller Central.
             * @enum {string}
             */
            way: "feed" | "file";
            /**
             * @description What it holds.
             * @enum {string}
             */
            kind: "shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity";
            connection: string;
            marketplaceId: string;
            /**
             * @description A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.
             * @enum {string}
             */
            state: "new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn";
            /** @description How many packages, orders, refunds or SKUs it holds. */
            messages: number;
            /** @description Amazon's number of the feed. */
            feedId: string | null;
            /** @description Amazon's word for where the feed stands. */
            amazonState: string | null;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            sentAt: string | null;
            endedAt: string | null;
            /** @description A name to save it under. */
            name: string;
            /** @description The file: tab-separated text, to be uploaded as it is. */
            content: string;
        };
        TakenFile: {
            /** @description Its number. */
            file: number;
            /**
             * @description `feed`: Millrace sends it. `file`: a person carries it to Seller Central.
             * @enum {string}
             */
            way: "feed" | "file";
            /**
             * @description What it holds.
             * @enum {string}
             */
            kind: "shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity";
            connection: string;
            marketplaceId: string;
            /**
             * @description A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.
             * @enum {string}
             */
            state: "new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn";
            /** @description How many packages, orders, refunds or SKUs it holds. */
            messages: number;
            /** @description Amazon's number of the feed. */
            feedId: string | null;
            /** @description Amazon's word for where the feed stands. */
            amazonState: string | null;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            sentAt: string | null;
            endedAt: string | null;
            /** @description A name to save it under. */
            name: string;
            /** @description The file: tab-separated text, to be uploaded as it is. */
            content: string;
            /** @description How many entries of this kind still wait: of other marketplaces, or beyond 5,000. */
            stillWaiting: number;
        };
        TakenPriceFile: {
            /** @description Its number. */
            file: number;
            /**
             * @description `feed`: Millrace sends it. `file`: a person carries it to Seller Central.
             * @enum {string}
             */
            way: "feed" | "file";
            /**
             * @description What it holds.
             * @enum {string}
             */
            kind: "shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity";
            connection: string;
            marketplaceId: string;
            /**
             * @description A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.
             * @enum {string}
             */
            state: "new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn";
            /** @description How many packages, orders, refunds or SKUs it holds. */
            messages: number;
            /** @description Amazon's number of the feed. */
            feedId: string | null;
            /** @description Amazon's word for where the feed stands. */
            amazonState: string | null;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            sentAt: string | null;
            endedAt: string | null;
            /** @description A name to save it under. */
            name: string;
            /** @description The file: tab-separated text, to be uploaded as it is. */
            content: string;
            leftOut: {
                sellerSku: string;
                /** @enum {string} */
                field: "stock" | "price";
                /**
                 * @description `held`: waits for your approval. The others: a file cannot or must not tell it.
                 * @enum {string}
                 */
                why: "held" | "fulfilled-by-amazon" | "channel-unread" | "always-available" | "sku-not-by-file";
                problem: components["schemas"]["ToldProblem"] | null;
            }[];
            /** @description More SKUs wait than one file may hold: take another one. */
            more: boolean;
        };
        FileOutcome: {
            /** @description Its number. */
            file: number;
            /**
             * @description `feed`: Millrace sends it. `file`: a person carries it to Seller Central.
             * @enum {string}
             */
            way: "feed" | "file";
            /**
             * @description What it holds.
             * @enum {string}
             */
            kind: "shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity";
            connection: string;
            marketplaceId: string;
            /**
             * @description A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.
             * @enum {string}
             */
            state: "new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn";
            /** @description How many packages, orders, refunds or SKUs it holds. */
            messages: number;
            /** @description Amazon's number of the feed. */
            feedId: string | null;
            /** @description Amazon's word for where the feed stands. */
            amazonState: string | null;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            sentAt: string | null;
            endedAt: string | null;
            /** @description How many Amazon took. */
            taken: number;
            /** @description How many it refused; the retry queue has its words. */
            refused: number;
            /** @description How many were done in part; a person decides. */
            unsure: number;
        };
        FileOfToday: {
            connection: string;
            /** @enum {string} */
            kind: "shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity";
            /** @description Packages, orders or refunds that wait; of stock and prices the SKUs that are known to differ. */
            waiting: number;
            /** @description The earliest deadline of what waits. */
            dueBy: string | null;
            /** @description The file that was taken last. */
            last: {
                file: number;
                /** @enum {string} */
                state: "new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn";
                messages: number;
                madeBy: string;
                /** @description An instant, ISO 8601 in UTC. */
                madeAt: string;
            } | null;
            /** @description Files whose processing report nobody brought yet. */
            open: number[];
        };
        PriceFileLine: {
            /** @description Its number in the file, from 1. */
            line: number;
            sellerSku: string;
            /** @description As the file tells it; null: a blank cell, which keeps what Amazon has. */
            price: string | null;
            /** @description As the file tells it; null: a blank cell, which keeps what Amazon has. */
            minimum: string | null;
            /** @description As the file tells it; null: a blank cell, which keeps what Amazon has. */
            maximum: string | null;
            /** @description As the file tells it; null: a blank cell, which keeps what Amazon has. */
            quantity: string | null;
            /** @description As the file tells it; null: a blank cell, which keeps what Amazon has. */
            leadDays: string | null;
            /** @description How they stand now; empty: a later file or call has told them since. */
            fields: {
                /** @enum {string} */
                field: "stock" | "price";
                /** @enum {string} */
                state: "due" | "held" | "flying" | "accepted" | "confirmed" | "refused" | "differs";
                problem: components["schemas"]["ToldProblem"] | null;
            }[];
        };
        ChangeUp: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            marketplaceId: string | null;
            /** @enum {string} */
            field: "stock" | "price";
            /** @enum {string} */
            state: "due" | "held" | "flying" | "accepted" | "confirmed" | "refused" | "differs";
            wanted: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            sent: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            sentAt: string | null;
            /** @description What was read at Amazon. */
            confirmed: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            confirmedAt: string | null;
            /** @description A price that was put back and stays until it is released. */
            pinned: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
            problem: components["schemas"]["ToldProblem"] | null;
            connection: string;
            /** @description How it went up last. */
            way: ("call" | "feed" | "file") | null;
            /** @description The item that this SKU is of. */
            itemId: string | null;
            /** @description What the listing was last read to have, by us or by anybody. */
            live: (components["schemas"]["StockSaid"] | components["schemas"]["OfferSaid"]) | null;
        };
        StandingUp: {
            connection: string;
            /** @enum {string} */
            region: "na" | "eu" | "fe";
            sellingPartnerId: string;
            /** @enum {string} */
            state: "authorized" | "by-files" | "expired" | "revoked" | "disabled";
            marketplaces: {
                id: string;
                name: string;
                country: string;
            }[];
            /** @description Stock is sent. */
            stock: boolean;
            /** @description Prices are sent. */
            price: boolean;
            brakedAt: string | null;
            /** @description When the last hourly look at all SKUs began. */
            lastLookAt: string | null;
            /** @description Since when a complete cycle is under way. */
            completeSince: string | null;
            /** @description Since when a feed of stock and prices is under way. */
            feedSince: string | null;
            feedId: string | null;
            nextAuditAt: string | null;
            /** @description How many fields of SKUs are in each state; what is confirmed is not counted. */
            counts: {
                [key: string]: number;
            };
            /** @description What is wrong with what goes up. */
            problems: {
                /** @description A name that stays the same; for programs. */
                code: string;
                /** @description What is wrong; for people. */
                sentence: string;
                /**
                 * @description Who can mend it.
                 * @enum {string}
                 */
                mendedBy: "merchant" | "operator" | "amazon" | "nobody";
                /** @description Whether trying again helps without a change. */
                retryHelps: boolean;
                /** @description The action that mends it. */
                mend: string | null;
                /** @description The command of the command line that mends it, where there is one. */
                command: string | null;
                /** @description What the sentence names, for programs. */
                facts: {
                    [key: string]: unknown;
                };
                /** @description An instant, ISO 8601 in UTC. */
                since: string;
            }[];
        };
        GoingUp: {
            rows: components["schemas"]["StandingUp"][];
        };
        RunUp: {
            /**
             * @description A look at SKUs: `changes`, `complete`, `manual` (Manual Upload). Or a `feed`, or a `file` by hand.
             * @enum {string}
             */
            kind: "changes" | "complete" | "manual" | "feed" | "file";
            /** @description Its number among looks, or among feeds and files. */
            number: number;
            connection: string;
            /** @description What a feed or file holds; null for a look. */
            of: ("shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity") | null;
            /** @description `schedule`, or who wanted it. */
            by: string;
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            endedAt: string | null;
            /** @description When a look had looked at all its SKUs; what it found may still be on its way. */
            walkedAt: string | null;
            /** @description Where a feed or file stands. */
            state: ("new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn") | null;
            /** @description How many entries, or chosen SKUs; null: all. */
            entries: number | null;
            feedId: string | null;
            problem: components["schemas"]["ToldProblem"] | null;
        };
        LookAtSkus: {
            /**
             * @description A look at SKUs: `changes`, `complete`, `manual` (Manual Upload). Or a `feed`, or a `file` by hand.
             * @enum {string}
             */
            kind: "changes" | "complete" | "manual" | "feed" | "file";
            /** @description Its number among looks, or among feeds and files. */
            number: number;
            connection: string;
            /** @description What a feed or file holds; null for a look. */
            of: ("shipping-confirmation" | "cancellation" | "adjustment" | "price-and-quantity") | null;
            /** @description `schedule`, or who wanted it. */
            by: string;
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            endedAt: string | null;
            /** @description When a look had looked at all its SKUs; what it found may still be on its way. */
            walkedAt: string | null;
            /** @description Where a feed or file stands. */
            state: ("new" | "uploaded" | "asked" | "sent" | "carried" | "done" | "failed" | "unsure" | "withdrawn") | null;
            /** @description How many entries, or chosen SKUs; null: all. */
            entries: number | null;
            feedId: string | null;
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description How many SKUs were looked at; 0 of a look at all SKUs that is over. */
            looked: number;
            /** @description Of how many. */
            all: number;
            /** @description The chosen SKUs; null: all. */
            skus: string[] | null;
        };
        FileEntry: {
            orderNumber: number;
            amazonOrderId: string;
            /** @enum {string} */
            state: "waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed";
            problem: components["schemas"]["ToldProblem"] | null;
        };
        /** @description The columns that an own spreadsheet may have, in any order. */
        ImportTemplate: {
            /** @enum {string} */
            kind: "items" | "stock" | "mappings";
            fields: {
                field: string;
                /** @description The heading under which exports have it. */
                head: string;
                about: string;
                required: boolean;
                sample: string;
            }[];
        };
        Import: {
            /** @description Its number. */
            import: number;
            /** @description Null while nobody has said what the file holds. */
            kind: ("template" | "items" | "stock" | "mappings" | "order-report" | "channel-orders") | null;
            /**
             * @description `reading` (copied and looked through), `columns` (say what its columns are), `previewed`, `applying`, `applied`, `undoing`, `undone`, `failed`, `dropped`.
             * @enum {string}
             */
            state: "reading" | "columns" | "previewed" | "applying" | "applied" | "undoing" | "undone" | "failed" | "dropped";
            fileName: string;
            /** @description The sheet with the rows; empty for a text file. */
            sheet: string;
            /** @description Which of Amazon’s templates it is. */
            generation: ("loader" | "classic" | "unified") | null;
            version: string | null;
            /** @description For which marketplace its Amazon tabs are filled. */
            marketplaceId: string | null;
            marketplaceFrom: ("file" | "choice") | null;
            /** @description The channel of orders that name none, in a file of such orders. */
            channel: string | null;
            language: string | null;
            productTypes: string[];
            /** @description The number of the first row. */
            dataRow: number | null;
            columns: {
                /** @description Counted from 0. */
                column: number;
                /** @description As spreadsheets name it: A, B, AA. */
                letter: string;
                header: string;
                /** @description Which field it is; null: it is not read. */
                field: string | null;
                /** @description Known, and not taken: price and quantity of Amazon’s templates. */
                ignored: boolean;
                /** @description How its first cells look. */
                samples: string[];
            }[];
            /** @description The columns were named as a person named them before. */
            remembered: boolean;
            counts: {
                created: number;
                updated: number;
                unchanged: number;
                refused: number;
                placed: number;
                held: number;
                skipped: number;
                /** @description Rows that unlink a listing: they are applied only when that is confirmed. */
                unlinks: number;
                undone: number;
                /** @description Rows that were not taken back, because what they wrote was changed since. */
                kept: number;
            };
            /** @description How many rows were read. */
            rows: number;
            /** @description How many of them the present state has done. */
            done: number;
            problem: components["schemas"]["ToldProblem"] | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            appliedBy: string | null;
            appliedAt: string | null;
            undoneBy: string | null;
            undoneAt: string | null;
            endedAt: string | null;
        };
        ImportRow: {
            /** @description Its number in the sheet. */
            row: number;
            /** @description The address of the cell at fault, `Template!F12`; null: the row as a whole. */
            cell: string | null;
            /** @description What stands above that cell. */
            header: string | null;
            /** @description What stands in it. */
            value: string | null;
            /** @description The item, SKU or order that it is about. */
            target: string | null;
            /** @description Null: not looked through yet. */
            outcome: ("created" | "updated" | "unchanged" | "refused" | "placed" | "held" | "skipped") | null;
            unlinks: boolean;
            /** @description What is wrong, and what to write instead. */
            problem: components["schemas"]["ToldProblem"] | null;
            changes: {
                field: string;
                from: string;
                to: string;
            }[];
            undone: ("undone" | "kept") | null;
        };
        ApiKey: {
            keyId: string;
            name: string;
            purpose: string;
            /** @description Who answers for it; null: the operator. */
            owner: string | null;
            scopes: string[];
            /** @description From where it may be used; none: from everywhere. */
            networks: string[];
            /**
             * @description `stale`: good, but not used for 90 days.
             * @enum {string}
             */
            state: "good" | "stale" | "expired" | "revoked";
            /** @description An instant, ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
        };
        MadeApiKey: {
            keyId: string;
            /** @description Shown this once. */
            key: string;
            scopes: string[];
            /** @description An instant, ISO 8601 in UTC. */
            expiresAt: string;
        };
        Listing: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            marketplaceId: string;
            /** @description The item that it is linked to. */
            itemId: string | null;
            asin: string | null;
            title: string;
            barcode: string | null;
            /** @description `DEFAULT`: the merchant ships it. Another one: Amazon does. Null: not known, and no quantity is sent. */
            channel: string | null;
            active: boolean;
            /** @description At Amazon; null where Amazon ships it. */
            quantity: number | null;
            price: components["schemas"]["Money"] | null;
            /** @description When Amazon's report last named it. */
            listedAt: string | null;
            /** @description Since when it no longer does. */
            goneAt: string | null;
        };
        ListingMatch: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            title: string;
            barcode: string | null;
            matches: {
                /** @description The id of the item. */
                itemId: string;
                description: string;
                /**
                 * @description `mapping`, `item-id`, `barcode`: the same. `title`: similar; look before you link.
                 * @enum {string}
                 */
                by: "mapping" | "item-id" | "barcode" | "title";
                /** @description How many of the words of the item's description are in the title; 100 for the same. */
                percent: number;
            }[];
        };
        ListingMatches: {
            rows: components["schemas"]["ListingMatch"][];
            /** @description Give it as `after` for the next page; null when this is the last one. */
            next: string | null;
            /** @description How many SKUs that Amazon lists are linked to an item; 10,001 stands for all that are more. */
            linked: number;
            /** @description How many are not; 10,001 as above. */
            unlinked: number;
        };
        LinkedListings: {
            rows: {
                /** @description The seller SKU at Amazon. */
                sellerSku: string;
                /** @description The id of the item. */
                itemId: string;
                linked: boolean;
                /** @description A SKU mapping 1:1 was made with it. */
                mapped: boolean;
                /** @description Why it is not linked. */
                problem: components["schemas"]["ToldProblem"] | null;
            }[];
        };
        UnlinkedListing: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            /** @description The id of the item. */
            itemId: string;
        };
        DriftAudit: {
            /** @description Its number. */
            audit: number;
            marketplaceId: string;
            /** @description `schedule`, or who wanted it. */
            askedBy: string;
            /**
             * @description Where it stands: the report is asked for, waited for, read and compared; or it is over.
             * @enum {string}
             */
            state: "ask" | "wait" | "read" | "compare" | "done" | "failed";
            /** @description How many SKUs the report names. */
            listed: number;
            /** @description How many SKUs differ, by class; `gone`: how many are no longer listed. */
            counts: {
                [key: string]: number;
            };
            /** @description What was wrong with the report. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description An instant, ISO 8601 in UTC. */
            beganAt: string;
            endedAt: string | null;
        };
        DriftAuditAsked: {
            /** @description True: one is under way already. False: one begins at once. */
            underWay: boolean;
        };
        DriftRow: {
            /** @description The seller SKU at Amazon. */
            sellerSku: string;
            /** @description The marketplace that the audit compared. */
            marketplaceId: string;
            /**
             * @description `missing`: linked or configured here, not at Amazon. `unknown`: at Amazon, no item here. `channel`: another one ships it now. `inactive`: not sold although there is stock.
             * @enum {string}
             */
            what: "missing" | "unknown" | "quantity" | "price" | "channel" | "inactive";
            /** @description What we say. */
            ours: {
                item?: string;
                channel?: string | null;
                quantity?: number | null;
                price?: components["schemas"]["Money"] | null;
                active?: boolean;
            } | null;
            /** @description What Amazon shows. */
            amazons: {
                item?: string;
                channel?: string | null;
                quantity?: number | null;
                price?: components["schemas"]["Money"] | null;
                active?: boolean;
            } | null;
        };
        DeploymentWork: {
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            /** @description How many processes wait for work. */
            workers: number;
            database: {
                bytes: number;
                version: string;
            };
            /** @description Null where the program does not know its machine. */
            backups: {
                isDaily: boolean;
                newestAt: string | null;
                bytes: number;
                count: number;
            } | null;
            work: {
                kind: string;
                /** @description Due and not begun. */
                due: number;
                /** @description Since when the oldest of it is due. */
                oldestAt: string | null;
                /** @description Jobs in the queue. */
                waiting: number;
                running: number;
                /** @description Pieces of it whose last run failed. */
                failing: number;
                /** @description The longest row of failures. */
                mostFailures: number;
                lastError: string | null;
            }[];
        };
        DeploymentSecrets: {
            applications: {
                region: string;
                /** @enum {string} */
                slot: "current" | "next";
                fromEnvironment: boolean;
                /** @description An instant, ISO 8601 in UTC. */
                addedAt: string;
                /** @description The last day; null: not known. */
                lapsesOn: string | null;
                provenAt: string | null;
            }[];
            masterKeys: {
                key: string;
                /** @enum {string} */
                state: "current" | "old" | "destroyed";
                /** @description An instant, ISO 8601 in UTC. */
                madeAt: string;
                destroyedAt: string | null;
            }[];
        };
        ConnectionCalls: {
            merchantId: string;
            connection: string;
            operation: string;
            calls: number;
            throttled: number;
            failed: number;
            /** @description How many Amazon lets through in a day; null: not known yet. */
            aDay: number | null;
        };
        Finding: {
            about: string;
            /** @enum {string} */
            state: "ok" | "warn" | "bad";
            sentence: string;
            /** @description A command or a step. */
            mend: string | null;
        };
        /** @description A confirmation, a cancellation or a refund on its way to Amazon. */
        OutboxEntry: {
            outboxId: number;
            /** @enum {string} */
            kind: "confirmation" | "cancellation" | "refund";
            /** @description The section of the Error Log. */
            section: string;
            connection: string;
            marketplaceId: string;
            orderNumber: number;
            amazonOrderId: string;
            /** @description The number of the package, of the request to cancel, or of the refund. */
            subject: number;
            /**
             * @description `sent`: Amazon took it, and it must yet be seen there. `refused` and `unsure` wait for a person.
             * @enum {string}
             */
            state: "waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed";
            /** @enum {string} */
            way: "call" | "feed" | "file";
            attempts: number;
            /** @description What went wrong last. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description The deadline of the order; the earliest goes first. */
            dueBy: string | null;
            /** @description Null unless it waits. */
            nextTry: string | null;
            failingSince: string | null;
            sentAt: string | null;
            settledAt: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            enteredAt: string;
        };
        /** @description What an order would become; nothing is written. */
        PreviewedOrder: {
            /** @description Null where the order cannot be read. */
            amazonOrderId: string | null;
            placedAt: string | null;
            amazonStatus: string | null;
            /**
             * @description `updated` and `unchanged`: it is here already.
             * @enum {string}
             */
            becomes: "placed" | "pending" | "held" | "skipped" | "updated" | "unchanged";
            stage: ("Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected") | null;
            shippingMethod: string | null;
            paymentMethod: string | null;
            center: string | null;
            /** @description Why it would be skipped. */
            reason: string | null;
            /** @description Why it would be held. */
            problems: components["schemas"]["ToldProblem"][];
            lines: {
                sellerSku: string;
                itemId: string | null;
                /** @description In our units where the item is known, else in Amazon's. */
                quantity: number;
            }[];
            /** @description What the log of the import would tell. */
            sentences: string[];
        };
        /** @description The last 48 hours as what each order would become. */
        Preview: {
            /** @description An instant, ISO 8601 in UTC. */
            from: string;
            /** @description An instant, ISO 8601 in UTC. */
            to: string;
            /** @description Orders placed before it would be skipped; null where no date is set. */
            cutOff: string | null;
            /** @description Whether Amazon has more orders in these 48 hours than were looked at. */
            more: boolean;
            orders: components["schemas"]["PreviewedOrder"][];
        };
        /** @description The steps before importing starts; the preview is the last one. */
        Checklist: {
            /** @description Whether importing can start. */
            ready: boolean;
            steps: {
                /** @enum {string} */
                step: "credentials" | "cut-off" | "methods" | "mappings";
                done: boolean;
                required: boolean;
                sentence: string;
                /** @description What we would enter, such as today for the cut-off date. */
                proposal: string | null;
            }[];
        };
        Reconciliation: {
            /** @description The number of this reconciliation or back-fill. */
            run: number;
            connection: string;
            /** @description `schedule`, or who wanted it. */
            askedBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            from: string;
            /** @description An instant, ISO 8601 in UTC. */
            to: string;
            /**
             * @description Where it stands: the report is asked for, waited for, read; orders are fetched; or it is over.
             * @enum {string}
             */
            state: "ask" | "wait" | "read" | "fetch" | "search" | "done" | "failed" | "cancelled";
            /** @description How many orders Amazon lists in the range. */
            listed: number;
            /** @description How many of them are as we know them, or kept out by a rule. */
            accountedFor: number;
            /** @description The same by reason. */
            accountedBy: {
                [key: string]: number;
            };
            /** @description How many were missing or behind. */
            differing: number;
            /** @description How many of these were fetched and looked at. */
            fetched: number;
            /** @description How many were not fetched. */
            stillOpen: number;
            /** @description Why a back-fill fetches the way it does. */
            why: string | null;
            /** @description What went wrong. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description An instant, ISO 8601 in UTC. */
            beganAt: string;
            endedAt: string | null;
        };
        DifferingOrder: {
            amazonOrderId: string;
            /**
             * @description Never seen, or behind what Amazon lists.
             * @enum {string}
             */
            why: "missing" | "stale";
            /** @description Amazon's status in the list. */
            listedStatus: string | null;
            /** @enum {string} */
            state: "open" | "fetched" | "unchanged" | "gone" | "failed";
            /** @description What became of it. */
            outcome: string | null;
        };
        ReconciliationDetail: {
            /** @description The number of this reconciliation or back-fill. */
            run: number;
            connection: string;
            /** @description `schedule`, or who wanted it. */
            askedBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            from: string;
            /** @description An instant, ISO 8601 in UTC. */
            to: string;
            /**
             * @description Where it stands: the report is asked for, waited for, read; orders are fetched; or it is over.
             * @enum {string}
             */
            state: "ask" | "wait" | "read" | "fetch" | "search" | "done" | "failed" | "cancelled";
            /** @description How many orders Amazon lists in the range. */
            listed: number;
            /** @description How many of them are as we know them, or kept out by a rule. */
            accountedFor: number;
            /** @description The same by reason. */
            accountedBy: {
                [key: string]: number;
            };
            /** @description How many were missing or behind. */
            differing: number;
            /** @description How many of these were fetched and looked at. */
            fetched: number;
            /** @description How many were not fetched. */
            stillOpen: number;
            /** @description Why a back-fill fetches the way it does. */
            why: string | null;
            /** @description What went wrong. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description An instant, ISO 8601 in UTC. */
            beganAt: string;
            endedAt: string | null;
            /** @description Those still open first, at most 200. */
            orders: components["schemas"]["DifferingOrder"][];
        };
        ReconciliationAsked: {
            /** @description The one that is under way already; null: a new one begins at once. */
            run: number | null;
        };
        BackfillBegun: {
            run: number;
            /** @description An instant, ISO 8601 in UTC. */
            from: string;
            /** @description An instant, ISO 8601 in UTC. */
            to: string;
            /** @description Set where days before this date are left out: their orders are not imported. */
            cutOff: string | null;
        };
        RetentionReport: {
            /** @description For how many days after shipment buyer data is kept. */
            days: number;
            held: {
                /**
                 * @description `buyers` of placed orders, `documents` as received that hold their buyer, `pages` not yet imported.
                 * @enum {string}
                 */
                kind: "buyers" | "documents" | "pages";
                count: number;
                /** @description When the oldest of it came. */
                oldest: string | null;
                /** @description The first day on which something of it must be gone. */
                goneBy: string | null;
                /** @description How much should be gone already; anything but 0 is an alarm. */
                overdue: number;
            }[];
            /** @description The keys that seal it, the oldest first. One that seals nothing is erased two weeks after it was made. */
            keys: {
                id: string;
                /** @description An instant, ISO 8601 in UTC. */
                createdAt: string;
                /** @description How many rows it seals. */
                buyers: number;
                documents: number;
                pages: number;
            }[];
            /** @description The latest 100, the newest first. */
            purges: {
                /** @description Its row in the audit. */
                row: number;
                /** @description An instant, ISO 8601 in UTC. */
                at: string;
                counts: {
                    [key: string]: number;
                };
                /** @description The numbers of the orders, documents and pages. */
                gone: {
                    [key: string]: number[];
                };
            }[];
        };
        /** @description An order in Amazon's own shape. */
        OriginalDocument: {
            [key: string]: unknown;
        };
        SettingsDifference: {
            /** @description The entry of a list by its name; null for the section itself. */
            entry: string | null;
            /** @enum {string} */
            kind: "added" | "changed" | "removed";
            /** @description What differs, old and new; of a list of plain values, those that go and those that come. */
            fields: {
                field: string;
                /** @description Any JSON value. */
                from: unknown;
                /** @description Any JSON value. */
                to: unknown;
            }[];
        };
        SettingsChange: {
            change: number;
            /** @enum {string} */
            section: "importing" | "orders" | "shipping" | "methods" | "carriers" | "centers" | "inventory" | "sending" | "themes" | "emails" | "merchant";
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            /** @description A person by e-mail address, an API key by its id, the command line, or the program. */
            who: string;
            /**
             * @description By which door the change came.
             * @enum {string}
             */
            way: "console" | "key" | "command-line" | "program";
            changes: components["schemas"]["SettingsDifference"][];
        };
        /** @description What of a line lies in a package. */
        PackedItem: {
            orderNumber: number;
            amazonOrderId: string;
            /** @description Its number in the order. */
            number: number;
            /** @description Amazon's order item id. */
            line: string;
            sellerSku: string;
            itemId: string | null;
            /** @description In our units. */
            quantity: number;
            carrier: string;
            service: string | null;
            tracking: string | null;
            /** @description An instant, ISO 8601 in UTC. */
            shippedAt: string;
            /** @description The same as a day in the merchant's time zone, YYYY-MM-DD. */
            shippedOn: string;
            reference: string | null;
        };
        PackageOfFile: {
            /** @description On which lines of the file it stands. */
            lines: number[];
            /** @description The order as the file names it. */
            order: string;
            orderNumber: number | null;
            amazonOrderId: string | null;
            carrier: string | null;
            tracking: string | null;
            /** @description How many units are in it. */
            units: number | null;
            /**
             * @description What entering it would do now: `known` changes nothing, since it was entered before.
             * @enum {string}
             */
            outcome: "entered" | "known" | "refused";
            /** @description What is wrong, and what to write instead. */
            problem: components["schemas"]["ToldProblem"] | null;
            /** @description As it can be entered; null where the file is wrong. */
            entry: components["schemas"]["Shipment"] | null;
        };
        ReadShipments: {
            packages: components["schemas"]["PackageOfFile"][];
            /** @description Columns that nobody reads. */
            unread: string[];
        };
        ShippingRun: {
            run: number;
            /** @description An instant, ISO 8601 in UTC. */
            begunAt: string;
            /** @description An instant, ISO 8601 in UTC. */
            endsAt: string;
            /** @description How many orders waited when it began. Those that come in later join. */
            openOrders: number;
            /** @description How many different orders it showed so far. */
            shown: number;
        };
        ShelvedItem: {
            itemId: string;
            description: string;
            /** @description In all centers together. */
            onHand: number;
            /** @description How many are reserved by orders. */
            allocated: number;
            /** @description On hand less reserved; below zero when more was sold than lay there. */
            free: number;
            /** @description What Amazon is told: center by center what is free less the buffer, never below zero. In your units. */
            reported: number;
            /** @description In the order of the centers. */
            shelves: {
                /** @description The code of the center. */
                center: string;
                /** @description How many lie on the shelf; below zero when more was sold. */
                onHand: number;
                /** @description How many are reserved by orders. */
                allocated: number;
                /** @description The day on which more comes, YYYY-MM-DD; null where none is known. */
                restockOn: string | null;
            }[];
        };
        StockMovesMade: {
            moves: {
                itemId: string;
                center: string;
                change: number;
                /** @description What lies there now. */
                onHand: number;
            }[];
        };
        /** @description Why stock of an item moved. */
        StockMove: {
            moveId: number;
            /** @description An instant, ISO 8601 in UTC. */
            at: string;
            /** @enum {string} */
            kind: "adjustment" | "transfer" | "receipt" | "count" | "shipment" | "restock";
            itemId: string;
            center: string;
            change: number;
            /** @description What lay there afterwards. */
            onHand: number;
            reason: string;
            who: string;
            /** @description Of a shipment the order. */
            reference: string;
        };
        Webhook: {
            webhookId: number;
            url: string;
            name: string;
            types: string[];
            on: boolean;
            offSince: string | null;
            /** @description Who switched it off: a person, or the receiver by answering 410. */
            offBy: string | null;
            madeBy: string;
            /** @description An instant, ISO 8601 in UTC. */
            madeAt: string;
            /** @description Until when the secret before the last one signs as well. */
            oldSecretUntil: string | null;
        };
        WebhookWithSecret: {
            webhook: components["schemas"]["Webhook"];
            /** @description Shown this once. Every message is signed by it (Standard Webhooks, HMAC-SHA256). */
            secret: string;
        };
        WebhookMessage: {
            messageId: number;
            webhookId: number;
            type: string;
            /** @description When it happened. */
            at: string;
            data: {
                [key: string]: string | number | null;
            };
            /**
             * @description `failed`: given up after three days of tries.
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed";
            nextTry: string | null;
            tries: {
                /** @description An instant, ISO 8601 in UTC. */
                at: string;
                /** @description Milliseconds. */
                took: number;
                answer: string;
            }[];
            endedAt: string | null;
        };
        WebhookReplayed: {
            waiting: number;
        };
        EventType: {
            type: string;
            meaning: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listItems: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Item"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveItems: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyItemsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCatalog: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Beginnings of words of the id, the description or the barcode; or the beginning of a seller SKU. */
                search?: string;
                /** @description `linked`, `unlinked`: with or without a listing that a person linked. `refused`, `differs`, `held`: what was sent of a SKU is in that state. `out-of-stock`: counted, and nothing is free. `amazon`: Amazon ships it. */
                only?: "linked" | "unlinked" | "refused" | "differs" | "held" | "out-of-stock" | "amazon";
                /** @description With a minus the other way round. */
                sort?: "id" | "-id" | "description" | "-description" | "price" | "-price";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["CatalogRow"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogCounts"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSellingPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SellingPlace"][];
                        /** @description The merchant's own. */
                        currency: string;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItemListings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemListings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItemHistory: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only what happened to this SKU. */
                sellerSku?: string;
            };
            header?: never;
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ItemEvent"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findProductTypes: {
        parameters: {
            query: {
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
                /** @description Words of any language of the marketplace. */
                words?: string;
                /** @description Instead: the item by whose title Amazon suggests. */
                itemId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTypes"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProductType: {
        parameters: {
            query: {
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
                /** @description `LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has. */
                requirements?: "LISTING" | "LISTING_OFFER_ONLY";
            };
            header?: never;
            path: {
                /** @description Amazon's name of the product type, such as `KITCHEN`. */
                productType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTypeDefinition"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAmazonTab: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the item. */
                itemId: string;
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmazonTab"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveAmazonTab: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the item. */
                itemId: string;
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmazonTabEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmazonTab"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAmazonTab: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the item. */
                itemId: string;
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAmazonTab: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the item. */
                itemId: string;
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TabPreviewInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TabVerdict"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitAmazonTab: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the item. */
                itemId: string;
                /** @description The marketplace, such as `ATVPDKIKX0DER`. */
                marketplaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TabSubmissionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TabVerdict"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Import"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bringImport: {
        parameters: {
            query: {
                /** @description The name of the file, for the list of imports; what it is is told by its content. */
                fileName: string;
                /** @description What it holds, where its columns alone do not say it. */
                kind?: "template" | "items" | "stock" | "mappings" | "order-report" | "channel-orders";
            };
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file as it is. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                outcome?: "created" | "updated" | "unchanged" | "refused" | "placed" | "held" | "skipped";
                /** @description Only rows that unlink a listing. */
                unlinks?: "true";
            };
            header?: never;
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ImportRow"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameImportColumns: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportColumnsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseImportOptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportOptionsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyImportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndImportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndImportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Channel"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 1 to 10 capital letters and digits; it never changes. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveChannelInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 1 to 10 capital letters and digits; it never changes. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What its rows are. */
                kind: "items" | "stock" | "mappings";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportTemplate"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSkuMappings: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description The mapping of this SKU. */
                sellerSku?: string;
                /** @description Only mappings to this item: all that it is sold as. */
                itemId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SkuMapping"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveSkuMappings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManySkuMappingsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSkuMapping: {
        parameters: {
            query: {
                /** @description The seller SKU at Amazon, 1 to 200 characters of any kind. */
                sellerSku: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestItems: {
        parameters: {
            query: {
                /** @description The seller SKU. */
                sellerSku: string;
                /** @description What Amazon calls it in an order, where it is not listed. */
                title?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkuSuggestions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCenters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DistributionCenter"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveCenters: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllDistributionCentersInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStock: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description The id of the item. */
                itemId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Stock"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyStockEntriesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStockTable: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Beginnings of words of the id, the description and the barcode, or of a SKU. */
                search?: string;
                /** @description Only what is kept in this center. */
                center?: string;
                /** @description Only where at most so many are free, in all centers together. */
                atMost?: number;
                /** @description `reserved`: of which orders hold units. `awaited`: of which more comes on a known day. */
                only?: "reserved" | "awaited";
                /** @description `free`: the fewest free first; items that were never kept in any center are not in it. */
                sort?: "item" | "-item" | "free" | "-free";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ShelvedItem"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVendors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["VendorNow"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveVendors: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllVendorsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVendorOrders: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["VendorOrder"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVendorOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our number of the order. */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorOrder"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVendorPurges: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["VendorPurge"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeVendorPurge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our number of the order. */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeAcknowledged"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockAdjustmentsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovesMade"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockTransfersInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovesMade"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockReceiptsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovesMade"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockCountsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovesMade"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRestockDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestockDaysInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStockMoves: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only this center. */
                center?: string;
            };
            header?: never;
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["StockMove"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllStockMoves: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only this center. */
                center?: string;
                kind?: "adjustment" | "transfer" | "receipt" | "count" | "shipment" | "restock";
                /** @description Only what this person, key or program did, as the history names them. */
                who?: string;
                /** @description Only this day in the merchant's zone, `YYYY-MM-DD`. */
                day?: string;
                /** @description Only this item. */
                itemId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["StockMove"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffers: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ItemOffer"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ItemOffer"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveOffers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllItemOffersInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ItemOffer"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOffers: {
        parameters: {
            query?: {
                /** @description Only the offer in this marketplace, or `general` for that of no marketplace; absent: all. */
                marketplaceId?: string;
            };
            header?: {
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the item, 1 to 40 characters. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ItemOffer"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSettings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveOrderSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderSettingsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSettings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShippingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingSettings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveShippingSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingSettingsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingSettings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShippingMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethodList"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveShippingMethods: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllShippingMethodsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInventorySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventorySettingsReply"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveInventorySettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventorySettingsBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventorySettingsReply"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettingsChanges: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only this section. */
                section?: "importing" | "orders" | "shipping" | "methods" | "carriers" | "centers" | "inventory" | "sending" | "themes" | "emails" | "merchant";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SettingsChange"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCarriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Carriers"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveCarriers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarriersInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAmazonCarriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            code: string;
                        }[];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    guessCarrier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackingNumberInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["CarrierGuess"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Configuration"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyConfiguration: {
        parameters: {
            query?: {
                /** @description Only says what would change. */
                dryRun?: "true" | "false";
                /** @description Removes items, offers, Amazon tabs and mappings that their section leaves out. */
                prune?: "true" | "false";
            };
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedConfiguration"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listThemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Theme"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveThemes: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllThemesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEmailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailSettings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveEmailSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
                /** @description The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailSettingsBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailSettings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailsOfOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["BuyerMail"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askBuyerMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyerMailBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyerMail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBuyerMails: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                state?: "waiting" | "sending" | "sent" | "kept" | "refused" | "unclear" | "removed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["BuyerMail"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideBuyerMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of the mail. */
                mailId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyerMailDecisionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyerMail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationsBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTestMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestMailBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnNotifications"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveOwnNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnNotificationsBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnNotifications"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                state?: "waiting" | "sent" | "kept" | "refused" | "removed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["MailSummary"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the mail. */
                mailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the mail. */
                mailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSummary"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Connection"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImporting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseImporting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLapse: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LapseBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whatStops: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatStops"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClearBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatStops"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Certificate"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMarketplaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OwnMarketplace"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workByFiles: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByFilesBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrderReports: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Import"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bringOrderReport: {
        parameters: {
            query: {
                /** @description The name of the file, for the list of imports; what it is is told by its content. */
                fileName: string;
            };
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file as it is. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportedOrders: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                outcome?: "created" | "updated" | "unchanged" | "refused" | "placed" | "held" | "skipped";
            };
            header?: never;
            path: {
                /** @description Its number. */
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ImportRow"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFilesOfToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["FileOfToday"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPriceFileLines: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["PriceFileLine"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChecklist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description An Amazon order id, our order number, or the seller SKU or item of one of its lines. Never a buyer. */
                find?: string;
                stage?: "Accounts Receivable" | "Pre-ordered" | "Shipping Department" | "Hold" | "Completed Order" | "Rejected";
                /** @description With a minus: the largest first. When left out: the newest first, by deadline where a deadline is asked for. The next page needs the same. */
                sort?: "number" | "-number" | "placed" | "-placed" | "shipBy" | "-shipBy";
                /** @description Only the order with this Amazon order id. */
                amazonOrderId?: string;
                /** @description Only orders with this status at Amazon, such as `UNSHIPPED`. */
                amazonStatus?: string;
                connection?: string;
                /** @description Only what was ordered there: `amazon`, or the code of another channel. */
                channel?: string;
                marketplaceId?: string;
                /** @description The first day on which they were placed, `YYYY-MM-DD` in the merchant's time zone. */
                placedFrom?: string;
                /** @description The last day on which they were placed. */
                placedTo?: string;
                /** @description The first day of the deadline, in the same zone. */
                shipByFrom?: string;
                /** @description The last day of the deadline; orders without one are left out. */
                shipByTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OrderSummary"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideCancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationDecisionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCancellations: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description `open`: what waits for a person, also what was decided and not carried out. */
                state?: "open" | "cancel" | "ship-anyway" | "cancelled" | "shipped" | "replaced";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ListedCancellation"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShipments: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["PackedItem"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterShipments: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShipmentsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentResults"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readShipmentFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadShipmentFileInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadShipments"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voidPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our order number, or the Amazon order id. */
                order: string;
                /** @description The package's number. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our order number, or the Amazon order id. */
                order: string;
                /** @description The package's number. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackageCorrectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRefunds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Refund"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterRefundInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                refund: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundDecisionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whereIsOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An Amazon order id, such as 111-2222222-3333333, or the name of an order of another channel. */
                amazonOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhereIsOrder"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                kind?: "confirmation" | "cancellation" | "refund";
                /** @description Without it: everything that is not over. */
                state?: "waiting" | "taken" | "sent" | "settled" | "refused" | "unsure" | "removed";
                /** @description Only what waits for a person; the filters below belong to it. */
                forPeople?: "yes";
                /** @description Only problems with this code. */
                code?: string;
                /** @description Only those of this cause, as the groups name it. */
                cause?: string;
                /** @description Only those of this connection. */
                connection?: string;
                /** @description A part of an Amazon order id or of a seller SKU. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OutboxEntry"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryOutbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of the entry. */
                outboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxEntry"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the entry. */
                outboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxEntry"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingState"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchSending: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchSendingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingState"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dryRun: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only this SKU. */
                sellerSku?: string;
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DryRunRow"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dryRunChosen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunChosenInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DryRunRow"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSkuFields: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                state?: "due" | "held" | "flying" | "accepted" | "confirmed" | "refused" | "differs";
                /** @description The seller SKU at Amazon. */
                sellerSku?: string;
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SkuField"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSkuHistory: {
        parameters: {
            query: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description The seller SKU at Amazon. */
                sellerSku: string;
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SkuEvent"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approvePrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenSkusInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concerned"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseBrake: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concerned"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadBackInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concerned"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenSkusInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManualUpload"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPriceBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceOfSkuInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkuField"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releasePrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceOfSkuInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkuField"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGoingUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingUp"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChangesUp: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description `waiting`: on their way. `approval`: wait for you. `confirmed`, `refused`, `differs`: how they ended, the newest first. `pinned`: prices that were put back. */
                group?: "waiting" | "approval" | "confirmed" | "refused" | "differs" | "pinned";
                /** @description Only this connection. */
                connection?: string;
                /** @description Only this SKU. */
                sellerSku?: string;
                /** @description Only what this Manual Upload is about. */
                run?: string;
                /** @description Only what this feed or file took up, as it stands now; what went up again since is left out. */
                file?: string;
                /** @description Only this day in the merchant's zone, `YYYY-MM-DD`. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ChangeUp"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunsUp: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                kind?: "changes" | "complete" | "manual" | "feed" | "file";
                /** @description Only this day in the merchant's zone, `YYYY-MM-DD`. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["RunUp"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLookAtSkus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                look: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookAtSkus"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFileEntries: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its number. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["FileEntry"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListings: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only those that are linked to an item, or only the others. */
                linked?: "yes" | "no";
                /** @description A part of the seller SKU, in small or large letters. */
                search?: string;
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Listing"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    matchListings: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingMatches"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkListings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkListingsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedListings"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkListing: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlinkListingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlinkedListing"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDriftAudits: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DriftAudit"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditListings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftAuditAsked"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrift: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only this class. */
                what?: "missing" | "unknown" | "quantity" | "price" | "channel" | "inactive";
            };
            header?: never;
            path: {
                /** @description The id of the connection, such as na-A1B2C3. */
                connectionId: string;
                /** @description Its number. */
                audit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DriftRow"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadlines: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                withinHours?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Deadline"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Without it: what is held, and what waits for a person. */
                state?: "held" | "placed" | "pending" | "skipped";
                /** @description Only problems with this code. */
                code?: string;
                /** @description Only those of this cause, as the groups name it. */
                cause?: string;
                /** @description Only those of this connection. */
                connection?: string;
                /** @description A part of an Amazon order id or of a seller SKU. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DocumentSummary"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the document. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reprocessDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of the document. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ignoreDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of the document. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reprocessDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenDocumentsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Document"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ignoreDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenDocumentsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Document"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErrorLogSections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ErrorLogSection"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErrorGroups: {
        parameters: {
            query?: {
                kind?: "inbound-order" | "confirmation" | "cancellation" | "refund" | "stock" | "price" | "connection";
                /** @description Only problems with this code. */
                code?: string;
                /** @description Only those of this cause, as the groups name it. */
                cause?: string;
                /** @description Only those of this connection. */
                connection?: string;
                /** @description A part of an Amazon order id or of a seller SKU. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ErrorGroup"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRefusedSkus: {
        parameters: {
            query: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                field: "stock" | "price";
                /** @description Only problems with this code. */
                code?: string;
                /** @description Only those of this cause, as the groups name it. */
                cause?: string;
                /** @description Only those of this connection. */
                connection?: string;
                /** @description A part of an Amazon order id or of a seller SKU. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["RefusedSku"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMended: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["MendedOrder"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRetries: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["RetryEntry"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Reconciliation"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationWishInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationAsked"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackfills: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Reconciliation"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginBackfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackfillWishInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillBegun"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBackfill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBackfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetail"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only feeds, or only files that people carry. */
                way?: "feed" | "file";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Submission"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarriedFile"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "shipping-confirmation" | "cancellation" | "adjustment";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileWishInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenFile"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takePriceFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceFileWishInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenPriceFile"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportOnFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileReportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOutcome"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its number. */
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileWithdrawalInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionReport"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionTable"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["User"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeUser: {
        parameters: {
            query?: {
                /** @description When the person left or changed their work; without it: now. */
                leftAt?: string;
            };
            header?: never;
            path: {
                /** @description The id of a user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRemovedUsers: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Removal"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Group"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a group. */
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a group. */
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an invitation. */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an invitation. */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["EventType"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Webhook"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookMessages: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                state?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["WebhookMessage"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayed"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookReplayInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayed"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The number of a webhook. */
                webhookId: string;
                /** @description The number of a message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayed"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessSignatureInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedAccessReview"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessReviews: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SignedAccessReviewSummary"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of a signed review. */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedAccessReview"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerchants: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only those whose name, id or owner holds this. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OperatedMerchant"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MerchantBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantState"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A Merchant ID. */
                merchantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantState"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A Merchant ID. */
                merchantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantState"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A Merchant ID. */
                merchantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A Merchant ID. */
                merchantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MerchantRemovalInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantState"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revealBuyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our order number, the Amazon order id, or the name of an order of another channel, such as `WEB:1001`. */
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealBuyerInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownBuyer"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintLabelsInput"];
            };
        };
        responses: {
            /** @description A page to be printed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the document. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OriginalDocument"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revealDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the document. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealBuyerInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OriginalDocument"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRevealLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealLimits"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limitReveals: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealLimitsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealLimits"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchByBuyer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchByBuyerInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersOfBuyer"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActs: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Who did it, as the audit names them. */
                who?: string;
                /** @description What was done, such as `revealed`. */
                act?: string;
                /** @description Our order number or the Amazon order id. */
                order?: string;
                /** @description The first day, YYYY-MM-DD, in the merchant's time zone. */
                from?: string;
                /** @description The last day, included. */
                to?: string;
                /** @description Only what the signed review up to this row looked at. */
                review?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["AuditAct"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description At most 500 of each audit. */
                        names: string[];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditReviews: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ListedReview"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReview"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOffAuditReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOffReviewInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedReview"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlarms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Alarm"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeAlarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAlarmInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShippingQueue: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Only what leaves from this distribution center. */
                center?: string;
                /** @description Only what goes by this shipping method. */
                method?: string;
                /** @description Only what was ordered there. */
                channel?: string;
                /** @description Only what should have left by now, or must leave today or tomorrow, by the merchant's clock. */
                deadline?: "late" | "today" | "tomorrow";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["QueuedOrder"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sumShippingQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueSums"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findInShippingQueue: {
        parameters: {
            query: {
                /** @description Our order number, or the number of the channel. */
                order: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedOrder"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShippingCarriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Carriers"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findShippingRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: components["schemas"]["ShippingRun"] | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginShippingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginShippingRunInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingRun"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endShippingRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False when none was open. */
                        ended: boolean;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showInRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowInRunInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ShownBuyer"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Export"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskExportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedExport"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetchExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FetchExportInput"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExportLayouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["NamedLayout"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveExportLayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileLayoutInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedLayout"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeExportLayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedLayout"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OpenProblem"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalls: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["CallCount"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentWork"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSecretDates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentSecrets"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallsOfConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ConnectionCalls"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Finding"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeploymentActs: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most, 1 to 200. */
                limit?: number;
                /** @description Who did it, as the audit names them. */
                who?: string;
                /** @description What was done, such as `revealed`. */
                act?: string;
                /** @description The first day, YYYY-MM-DD, in the merchant's time zone. */
                from?: string;
                /** @description The last day, included. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["AuditAct"][];
                        /** @description Give it as `after` for the next page; null when this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginAuthorization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationBeginInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationBegan"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitConfirmInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationBegan"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    optionsOfPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    optionsOfSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenMerchantInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    optionsOfNewPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsChanged"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsChanged"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginAuthenticatorApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAuthenticatorApp"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAuthenticatorApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsChanged"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmAuthenticatorApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsChanged"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsChanged"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OpenSession"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSignIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SignIn"][];
                    };
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSecretInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSecretInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitationAsNew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgottenBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forgotten"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSecretInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetOf"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetDone"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unlocked"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused; the reply says why. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
