/** The carrier codes that Amazon takes, case included: the carrier list of its schemas, as read from public copies of it. */
const NAMES = `
360lion|4PX|A-1|AAA Cooper|ABF|AFL/Fedex|ALLJOY|AMAUK|AMAZON HORIZON|AMZL|AMZL_UK|AO|AO Deutschland|APC|APC Overnight
APC POSTAL LOGISTICS|APC-Overnight|APG eCommerce|ARAS|AT POST|AT Post|ATS|AUSSIE_POST|Amazon Shipping|Andere|Aramex
Aras Kargo|Arco Spedizioni|Arkas|Arrow XL|Asendia|Asgard|Assett|Australia Post|Australia Post-ArticleId
Australia Post-Consignment|B2C|B2C Europe|BJS|BPOST|BR1 Express|BRT|Balnak|Bartolini|Beijing Quanfeng Express|Best Buy
Best Express|Blue Package|BlueDart|Bombax|Bombino Express|CBL|CDC|CELERITAS|CEVA|CNE|COLIS PRIVE|CTT EXPRESS|CTTExpress
Canada Post|CargoLine|Caribou|Cart2India|Centex|Ceva Lojistik|China Post|Chrono Express|Chronopost|Chukou1|Cititrans
City Link|Citypost|Coliposte|Colis Prive|Colis Privé|Colissimo|Consegna Mezzi Propri|Conway|Correios|Correos
Correos Express|Couriers Please|CouriersPlease|Cubyn|DACHSER|DACSHER|DASCHER|DB Schenker|DEL Deliveries|DHL|DHL Express
DHL Freight|DHL Global Mail|DHL Home Delivery|DHL Kargo|DHL Parcel UK|DHL eCommerce|DHL-Paket|DHLPL|DPB|DPD|DPD Local|DSV
DTDC|DX|DX Express|DX Freight|DX Secure|DYNAMIC EXPRESS|Delhivery|Delivengo|Delivery Group|Der Kurier|Deutsche Post
Digital Delivery|DirectLog|Dotzot|ECMS|EINSA SOURCING|EKI Trans|EUB|Ecom Express|Emirates Post|Emons|Endopack|Energo
Envialia|ePost Global|Equick|Estafeta|Estes|Europaczka|Exapaq|FAST EST|FEDEX_JP|FERCAM|FRACHTPOST|FRANCE EXPRESS|Fastway
FedEx|FedEx SmartPost|Fedex Freight|Fercam|Fillo Kargo|First Flight|First Flight China|First Mile|France Express|GEL
GEL Express|geodis|GEODIS|GFS|GLS|GO!|GRUPO LOGISTIC|Gati|Geodis Calberson|Geopost Kargo|HNC|HRP|HS code|Hellmann|Heppner
Hermes|Hermes (Corporate)|Hermes Einrichtungsservice|Hermes Logistik Gruppe|Hermes UK|Hlog|Home Logistics|honesteye
Hongkong Post|Horoz Lojistik|Hotpoint Logistics|HubEurope|Hunter Logistics|Huxloe|Huxloe Logistics|ICC Worldwide|IDS
IDS Netzwerk|iMile|iParcel|InPost|India Post|Interlink|JCEX|JP_EXPRESS|Japan Post|Kargokar|Kuehne Nagel|Kuehne+Nagel
La Poste|Landmark|Lasership|Liccardi|MNG Kargo|MRW|Metro Kargo|Milkman|NITTSU|Nacex|Narpost Kargo|Newgistics|Nexive
Ninjavan|NipponExpress|OSM|Old Dominion|OnTrac|OneWorldExpress|Other|Otro|Overnite Express|PTT Kargo|PUROLATOR|Panther
Parcelforce|Parcelnet|Pilot|Pilot Freight|Polish Post|Post NL|PostNL|PostNord|Poste Italiane|Professional|QExpress
Qxpress|R+L|Raben Group|Rhenus|Rieck|Rivigo|Roadrunner|Royal Mail|SAGAWA|SDA|SEINO TRANSPORTATION|SENDLE|SF Express|SFC
STO Express|Safexpress|SagawaExpress|Saia|Seino|Selem Kargo|Self Delivery|Sendle|Seur|Ship Delight|Ship Global US
ShipEconomy|ShipGlobal|Shree Maruti Courier|Shree Tirupati Courier|Shunfeng Express|Singapore Post|Smartmail
South Eastern Freight Lines|Speedex|Spoton|StarTrack-ArticleID|StarTrack-Consignment|Streamlite|Sunyou|TIPSA|TNT|TNT Kargo
TNTIT|Target|Tezel Lojistik|The Professional Couriers|Toll Global Express|Total Express|Tourline|Trackon|TransFolha
Tuffnells|UBI|UPS|UPS Freight|UPS Mail Innovations|UPSMI|USPS|Urban Express|VIR|VNLIN|WINIT|WanbExpress
Watkins and Shepard|Whizzard|XDP|XPO Freight|Xpressbees|YAMATO|YDH|YTO Express|YamatoTransport|Yanwen|Yellow Freight|Yodel
Yun Express|YunExpress|Yunda Express|ZTO Express|Zust Ambrosetti
17FEIA|Anjun|B2CShip|Better Trucks|Blowhorn|Buylogic|Canpar|ITD Global|Interno|Intersoft|JPL UPU|Jersey Post|KEAVO
Kybotech|Landmark Global|MBE|MHI|MZZ Briefdienst|MZZ-Briefdienst|Mail Alliance|Mainpost|Mezzi propri|Mondial Relay|NACEX
NOVEO|NTL|OCS Worldwide|ONTIME|PARCEL2GO.COM|PDC Logistics|PIN|Palletline|Palletways|Parcel Hub|Parcel Monkey
Parcel Station|Parcel2go|ParcelDenOnline|ParcelOne|Parcelhub|Parcelink Logistics|Post Modern|RBNA|REDUR|RMLGB|ROYAL_MAIL
RR Donnelley|Raben|SPRING|STG|Sailpost|Schweizer Post|Sendcloud|Sending|Seven Senders|Shipmate|Sonstige|Spring GDS|Sprint
Stahlmann and Sachs|Stampit|Susa|Swiss post|Szendex|TDN|TSB|TWS|TXT|The Delivery Group|Trakpak|Trans-o-Flex|Transaher
Translink|Transoflex|Truline|TyD|UK MAIL|UKMail|UPakWeShip|Upsilon|Verage Shipping|Via Xpress|WPX|Whistl|XPO|Zeleris`

const CARRIERS: ReadonlySet<string> = new Set(NAMES.trim().split(/[|\n]/))

/** True for a code that Amazon takes as it is written. */
export const isCarrier = (code: string): boolean => CARRIERS.has(code)
