/* ES5 on purpose: this must run in the Internet Explorer engine of Office 2016 and 2019, where nothing else here does. */
;(function () {
  var old =
    /Trident\/|MSIE /.test(navigator.userAgent) ||
    typeof Promise === 'undefined' ||
    !('noModule' in document.createElement('script'))
  if (!old) return bringBuiltins()

  /* Engines got isWellFormed after everything else that src/builtins.ts holds. While the page is being read a script that is
     written into it runs before those that follow. */
  function bringBuiltins() {
    var builtins = document.currentScript && document.currentScript.getAttribute('data-builtins')
    if (!builtins || ''.isWellFormed) return
    document.write('<script type="module" src="' + builtins + '"><\/script>')
  }

  function tell() {
    var root = document.getElementById('root')
    if (!root) return
    var notice = document.createElement('div')
    notice.setAttribute('role', 'alert')
    notice.style.cssText = 'margin:24px;font:15px/1.7 "Microsoft YaHei",sans-serif;color:#242424'
    var lines = [
      '这台电脑上的 Office 或浏览器版本过旧，打不开“考核”填报窗格。',
      '可以改用以下任一办法，已填写的表格不受影响：',
      '一、用 Office LTSC 2021、LTSC 2024 或 Microsoft 365 的 Excel 打开表格；',
      '二、用新版 Edge、Chrome 或国产浏览器的极速模式打开填报台：' +
        location.protocol +
        '//' +
        location.host +
        '/workbench',
      '三、填好表格文件，交区政府办公室代为上传。',
    ]
    for (var i = 0; i < lines.length; i++) {
      var line = document.createElement('p')
      line.style.margin = '0 0 8px'
      if (i === 0) line.style.fontWeight = 'bold'
      line.appendChild(document.createTextNode(lines[i]))
      notice.appendChild(line)
    }
    root.appendChild(notice)
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tell)
  else tell()
})()
