import { Fault } from '../fault.ts';
import type { Bbox } from '../../core/geo.ts';

const box = (b: Bbox) => b.map((value) => value.toFixed(4)).join(', ');

/** Why a file cannot be read as a raster of longitude and latitude. */
export const rasterFaults = {
  foreign: (file: string, got: string) =>
    new Fault('not-tiff', {
      zh: `${file}：不是 TIFF 文件（开头是 ${got}），应为 GeoTIFF（.tif）。`,
      en: `${file}: not a TIFF file (it begins with ${got}); expected a GeoTIFF (.tif).`,
    }),
  cut: (file: string, what: string, needed: number, bytes: number) =>
    new Fault('raster-cut', {
      zh: `${file}：文件不完整：${what} 在第 ${needed} 字节处，文件只有 ${bytes} 字节。请重新下载或导出。`,
      en: `${file}: the file is cut: ${what} reaches to byte ${needed}, the file has ${bytes}. Download or export it again.`,
    }),
  header: (file: string, tag: string, got: string, expected: string) =>
    new Fault('raster-header', {
      zh: `${file}：TIFF 文件头的 ${tag} 是 ${got}，应为 ${expected}。文件可能已损坏，请重新导出。`,
      en: `${file}: ${tag} in the TIFF header is ${got}; expected ${expected}. The file may be damaged; export it again.`,
    }),
  size: (file: string, width: number, height: number, bands: number, most: number) =>
    new Fault('raster-size', {
      zh: `${file}：要读 ${width} × ${height} 格 × ${bands} 个波段，最多 ${most} 个值。请先裁剪，例如 gdalwarp -te 西 南 东 北 输入.tif 输出.tif。`,
      en: `${file}: ${width} × ${height} cells × ${bands} bands are to be read; at most ${most} values are. Cut it first, e.g. gdalwarp -te WEST SOUTH EAST NORTH in.tif out.tif.`,
    }),
  samples: (file: string, got: string) =>
    new Fault('raster-samples', {
      zh: `${file}：像元类型是 ${got}，应为各波段相同的 8、16、32 位整数或 16、32、64 位浮点数。请用 gdal_translate -ot Float32 转换。`,
      en: `${file}: the samples are ${got}; expected integers of 8, 16 or 32 bits or floats of 16, 32 or 64, the same in every band. Convert with gdal_translate -ot Float32.`,
    }),
  compression: (file: string, got: number, name: string) =>
    new Fault('raster-compression', {
      zh: `${file}：压缩方式是 ${name}（${got}），应为无压缩、LZW、Deflate 或 PackBits。请用 gdal_translate -co COMPRESS=DEFLATE 转换。`,
      en: `${file}: compressed with ${name} (${got}); expected none, LZW, Deflate or PackBits. Convert with gdal_translate -co COMPRESS=DEFLATE.`,
    }),
  predictor: (file: string, got: string) =>
    new Fault('raster-predictor', {
      zh: `${file}：预测方式 ${got} 不支持。请用 gdal_translate -co COMPRESS=DEFLATE -co PREDICTOR=1 转换。`,
      en: `${file}: predictor ${got} is not supported. Convert with gdal_translate -co COMPRESS=DEFLATE -co PREDICTOR=1.`,
    }),
  noFrame: (file: string) =>
    new Fault('raster-no-georeference', {
      zh: `${file}：没有地理坐标信息（缺 ModelPixelScale 与 ModelTiepoint，或 ModelTransformation），不知道它在哪里。请从原始来源重新导出 GeoTIFF。`,
      en: `${file}: no georeference (neither ModelPixelScale with ModelTiepoint nor ModelTransformation), so nobody knows where it lies. Export it again as a GeoTIFF from its source.`,
    }),
  rotated: (file: string) =>
    new Fault('raster-rotated', {
      zh: `${file}：栅格是旋转、倾斜或上下颠倒的，应为北在上、行列与经纬线平行。请用 gdalwarp -t_srs EPSG:4326 转换。`,
      en: `${file}: the raster is rotated, skewed or upside down; expected north above and rows along parallels. Convert with gdalwarp -t_srs EPSG:4326.`,
    }),
  crs: (file: string, zh: string, en: string) =>
    new Fault('raster-crs', {
      zh: `${file}：坐标系是${zh}，应为 WGS 84 或 CGCS2000 经纬度（EPSG:4326、EPSG:4490）。请用 gdalwarp -t_srs EPSG:4326 输入.tif 输出.tif 转换。`,
      en: `${file}: the coordinate system is ${en}; expected degrees of WGS 84 or CGCS2000 (EPSG:4326, EPSG:4490). Convert with gdalwarp -t_srs EPSG:4326 in.tif out.tif.`,
    }),
  degrees: (file: string, b: Bbox) =>
    new Fault('raster-degrees', {
      zh: `${file}：范围是 ${box(b)}，不是经纬度，应在 −180…180 与 −90…90 之间。请用 gdalwarp -t_srs EPSG:4326 转换。`,
      en: `${file}: it spans ${box(b)}, which are no degrees; expected within −180…180 and −90…90. Convert with gdalwarp -t_srs EPSG:4326.`,
    }),
  elsewhere: (file: string, b: Bbox, wanted: Bbox) =>
    new Fault('raster-elsewhere', {
      zh: `${file}：范围是 ${box(b)}，与这个区域（${box(wanted)}）没有重叠。请换一份覆盖该区域的栅格。`,
      en: `${file}: it spans ${box(b)} and does not touch the region (${box(wanted)}). Use a raster that covers it.`,
    }),
  damaged: (file: string, why: string) =>
    new Fault('raster-damaged', {
      zh: `${file}：像元数据已损坏，无法解开（${why}）。请重新下载或导出。`,
      en: `${file}: the cell data is damaged and cannot be unpacked (${why}). Download or export it again.`,
    }),
};
