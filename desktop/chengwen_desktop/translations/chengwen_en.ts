<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>（{key}）</source>
        <translation> ({key})</translation>
    </message>
    <message>
        <source>工具</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>补写文号…</source>
        <translation>Add document number…</translation>
    </message>
    <message>
        <source>改引文件…</source>
        <translation>Cite another document…</translation>
    </message>
    <message>
        <source>补写责任分工…</source>
        <translation>Add responsibility…</translation>
    </message>
    <message>
        <source>写明牵头单位…</source>
        <translation>Name the lead organ…</translation>
    </message>
    <message>
        <source>统一指标…</source>
        <translation>Align the targets…</translation>
    </message>
    <message>
        <source>补写有效期…</source>
        <translation>Add period of validity…</translation>
    </message>
    <message>
        <source>改序号…</source>
        <translation>Change number…</translation>
    </message>
    <message>
        <source>填上…</source>
        <translation>Fill in…</translation>
    </message>
    <message>
        <source>改地名…</source>
        <translation>Change place…</translation>
    </message>
    <message>
        <source>改标题…</source>
        <translation>Change title…</translation>
    </message>
    <message>
        <source>改日期…</source>
        <translation>Change date…</translation>
    </message>
    <message>
        <source>改文号…</source>
        <translation>Change document number…</translation>
    </message>
    <message>
        <source>改附件…</source>
        <translation>Change annex…</translation>
    </message>
    <message>
        <source>改写这一句…</source>
        <translation>Reword this sentence…</translation>
    </message>
    <message>
        <source>改写…</source>
        <translation>Reword…</translation>
    </message>
    <message>
        <source>解除锁定…</source>
        <translation>Unlock…</translation>
    </message>
    <message>
        <source>看检查发现的问题（F7）</source>
        <translation>Show what the checks found (F7)</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>第 {number} 处，共 {count} 处</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>{place}：{message}</source>
        <translation>{place}: {message}</translation>
    </message>
    <message>
        <source>“{place}”不在编辑页上，到 版式预览 里看</source>
        <translation>&quot;{place}&quot; is not on the page to edit; see it in Page preview</translation>
    </message>
    <message>
        <source>这里没有现成的改法</source>
        <translation>There is no ready fix here</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>没有错误和警告</source>
        <translation>No errors or warnings</translation>
    </message>
    <message>
        <source>查完了：{found}</source>
        <translation>Checked: {found}</translation>
    </message>
    <message>
        <source>还有 {count} 个错误</source>
        <translation>{count} error left|{count} errors left</translation>
    </message>
    <message>
        <source>看一看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>先不导出，到检查里看这些错误</source>
        <translation>Do not export yet; look at these errors in the checks</translation>
    </message>
    <message>
        <source>依据里写的是“应当”“不得”，要照办。</source>
        <translation>The basis says &quot;shall&quot; or &quot;shall not&quot;; it must be followed.</translation>
    </message>
    <message>
        <source>依据里写的是“一般”，或者要由人核实；有理由的可以不照办。</source>
        <translation>The basis says &quot;generally&quot;, or a person has to verify; with good reason it need not be followed.</translation>
    </message>
    <message>
        <source>这是惯例，不是国标或者法规的要求；本单位另有写法的，照本单位的写。</source>
        <translation>This is practice, not required by the standard or by law; where your office writes otherwise, follow your office.</translation>
    </message>
    <message>
        <source>这条规则</source>
        <translation>About this rule</translation>
    </message>
    <message>
        <source>以后都不查这一条，在 设置 里可以再打开</source>
        <translation>Never check this again; it can be turned on again in Settings</translation>
    </message>
    <message>
        <source>关掉这条规则</source>
        <translation>Turn this rule off</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>{severity}。{strength}{why}</source>
        <translation>{severity}. {strength} {why}</translation>
    </message>
    <message>
        <source>这一处确实该这样写的，忽略这一处；本单位用不上的，关掉这条规则。</source>
        <translation>If this place is right as it is, ignore it; if your office has no use for the rule, turn it off.</translation>
    </message>
    <message>
        <source>这一处</source>
        <translation>This place</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>不适用时</source>
        <translation>If it does not apply</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>已忽略</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>修正 {count} 处</source>
        <translation>Fix {count}</translation>
    </message>
    <message>
        <source>全部修正：{count} 处</source>
        <translation>Fix all: {count} place|Fix all: {count} places</translation>
    </message>
    <message>
        <source>不用问人的 {count} 处一次改好，可以撤销</source>
        <translation>Fixes the {count} place that needs no question; can be undone|Fixes the {count} places that need no question at once; can be undone</translation>
    </message>
    <message>
        <source>依据：{basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <source>没有现成的改法</source>
        <translation>No ready fix</translation>
    </message>
    <message>
        <source>{words}（{key}）</source>
        <translation>{words} ({key})</translation>
    </message>
    <message>
        <source>只看{name}，{count} 处</source>
        <translation>Only &quot;{name}&quot;: {count}</translation>
    </message>
    <message>
        <source>只看{name}；再点一下都看</source>
        <translation>Only &quot;{name}&quot;; click again for all</translation>
    </message>
    <message>
        <source>展开检查</source>
        <translation>Expand checks</translation>
    </message>
    <message>
        <source>收起检查，只留一行</source>
        <translation>Collapse checks to one line</translation>
    </message>
    <message>
        <source>F8 下一处</source>
        <translation>F8 next</translation>
    </message>
    <message>
        <source>下一处（F8），上一处（Shift+F8）</source>
        <translation>Next (F8), previous (Shift+F8)</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>查了 {count} 条规则，用时{used}。</source>
        <translation>{count} rule checked in{used}.|{count} rules checked in{used}.</translation>
    </message>
    <message>
        <source>发现 {count} 处。</source>
        <translation>{count} finding. |{count} findings. </translation>
    </message>
    <message>
        <source>没有发现问题。</source>
        <translation>No findings. </translation>
    </message>
    <message>
        <source>不再忽略</source>
        <translation>Stop ignoring</translation>
    </message>
    <message>
        <source>忽略一处检查结果</source>
        <translation>Ignore one finding</translation>
    </message>
    <message>
        <source>{place} 的这一处又查了</source>
        <translation>{place}: checked again</translation>
    </message>
    <message>
        <source>已忽略，Ctrl+Z 撤销</source>
        <translation>Ignored, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>这一处已经改过了</source>
        <translation>This place has been changed already</translation>
    </message>
    <message>
        <source>{place}：{fix}，Ctrl+Z 撤销</source>
        <translation>{place}: {fix}, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>文稿刚改过，再修正一次</source>
        <translation>The draft has just changed, fix it again</translation>
    </message>
    <message>
        <source>没有能直接修正的</source>
        <translation>Nothing can be fixed directly</translation>
    </message>
    <message>
        <source>修正了 {count} 处，Ctrl+Z 撤销</source>
        <translation>{count} place fixed, Ctrl+Z to undo|{count} places fixed, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>不再查“{title}”</source>
        <translation>&quot;{title}&quot; is no longer checked</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>这一处的菜单</source>
        <translation>Menu of this finding</translation>
    </message>
    <message>
        <source>{fix}(&amp;X)</source>
        <translation>{fix} (&amp;X)</translation>
    </message>
    <message>
        <source>没有现成的改法(&amp;X)</source>
        <translation>No ready fi&amp;x</translation>
    </message>
    <message>
        <source>不再忽略这一处(&amp;I)</source>
        <translation>Stop &amp;ignoring this</translation>
    </message>
    <message>
        <source>忽略这一处(&amp;I)</source>
        <translation>&amp;Ignore this</translation>
    </message>
    <message>
        <source>去这一处(&amp;G)</source>
        <translation>&amp;Go there</translation>
    </message>
    <message>
        <source>关掉这条规则(&amp;O)</source>
        <translation>Turn this rule &amp;off</translation>
    </message>
    <message>
        <source>这条规则(&amp;R)</source>
        <translation>About this &amp;rule</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>Alt+Enter {fix}</source>
        <translation>Alt+Enter {fix}</translation>
    </message>
    <message>
        <source>解除锁定</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>写进文稿</source>
        <translation>Put into draft</translation>
    </message>
    <message>
        <source>写进文稿，可以撤销</source>
        <translation>Put into the draft; can be undone</translation>
    </message>
    <message>
        <source>改成什么</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>不改（Esc）</source>
        <translation>Do not change (Esc)</translation>
    </message>
    <message>
        <source>检查发现的问题</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>通知标题</source>
        <translation>Notice title</translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>通知正文</source>
        <translation>Notice text</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Issue date</translation>
    </message>
    <message>
        <source>附注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>引言</source>
        <translation>Preamble</translation>
    </message>
    <message>
        <source>结尾</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>附件标题</source>
        <translation>Annex title</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>抄送机关</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Printing organ</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Printing date</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>惯例</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>惯例，参照{basis}</source>
        <translation>Practice, cf. {basis}</translation>
    </message>
    <message>
        <source>改为“{text}”</source>
        <translation>Change to &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>补上“{text}”</source>
        <translation>Add &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>删去“{text}”</source>
        <translation>Delete &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>重排序号</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>填写{field}</source>
        <translation>Fill in {field}</translation>
    </message>
    <message>
        <source>{count} 个{name}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>不到 0.1 秒</source>
        <translation> less than 0.1 s</translation>
    </message>
    <message>
        <source> {seconds} 秒</source>
        <translation> {seconds} s</translation>
    </message>
    <message>
        <source>情态</source>
        <translation>Modality</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>引用</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>措辞</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>与本条{place}文字相同</source>
        <translation>Same text as {place}</translation>
    </message>
    <message>
        <source>与本条{place}相同 {share}%</source>
        <translation>{share}% like {place}</translation>
    </message>
    <message>
        <source>改为本地名称</source>
        <translation>Local names</translation>
    </message>
    <message>
        <source>{said}（Enter）</source>
        <translation>{said} (Enter)</translation>
    </message>
    <message>
        <source>改成本地的说法</source>
        <translation>Put into local words</translation>
    </message>
    <message>
        <source>不改就照用先例的；清空就留作待填，写成【填写金额】这样。</source>
        <translation>Left as it is, the precedent&apos;s value is used; emptied, it becomes a blank such as 【填写金额】.</translation>
    </message>
    <message>
        <source>先例里的金额、年份和名称</source>
        <translation>Amounts, years and names of the precedent</translation>
    </message>
    <message>
        <source>全部留作待填</source>
        <translation>Leave all blank</translation>
    </message>
    <message>
        <source>把这些都写成【填写…】，以后再填</source>
        <translation>Makes all of these blanks such as 【填写…】, to be filled in later</translation>
    </message>
    <message>
        <source>{kind}：…{label}</source>
        <translation>{kind}: …{label}</translation>
    </message>
    <message>
        <source>不取这一条（Esc）</source>
        <translation>Do not take this clause (Esc)</translation>
    </message>
    <message>
        <source>，{count} 处</source>
        <translation>, {count} place|, {count} places</translation>
    </message>
    <message>
        <source>{old} → {new}&#x3000;（{why}{times}）</source>
        <translation>{old} → {new}&#x3000;({why}{times})</translation>
    </message>
    <message>
        <source>去掉勾就照先例写</source>
        <translation>Untick to keep the precedent&apos;s words</translation>
    </message>
    <message>
        <source>{kind}，前面是“{label}”</source>
        <translation>{kind}, after &quot;{label}&quot;</translation>
    </message>
    <message>
        <source>先例写的是“{said}”</source>
        <translation>The precedent says &quot;{said}&quot;</translation>
    </message>
    <message>
        <source>下划线</source>
        <translation>Underlined</translation>
    </message>
    <message>
        <source>取后增加</source>
        <translation>added by taking</translation>
    </message>
    <message>
        <source>删除线</source>
        <translation>Struck</translation>
    </message>
    <message>
        <source>取后删去</source>
        <translation>deleted by taking</translation>
    </message>
    <message>
        <source>差异的种类</source>
        <translation>Kinds of differences</translation>
    </message>
    <message>
        <source>{change}的差异 {count} 处，点一下到下一处</source>
        <translation>{change}: {count} difference; click for the next|{change}: {count} differences; click for the next</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>No differences</translation>
    </message>
    <message>
        <source>上一处差异（Alt+←）</source>
        <translation>Previous difference (Alt+←)</translation>
    </message>
    <message>
        <source>下一处差异（Alt+→）</source>
        <translation>Next difference (Alt+→)</translation>
    </message>
    <message>
        <source>{at} / {count} 处</source>
        <translation>{at} of {count}</translation>
    </message>
    <message>
        <source>填写待填项</source>
        <translation>Fill in blanks</translation>
    </message>
    <message>
        <source>通知或标题</source>
        <translation>Notice or title</translation>
    </message>
    <message>
        <source>填好后按 Enter</source>
        <translation>Enter when filled in</translation>
    </message>
    <message>
        <source>在正文里看这一处</source>
        <translation>Show this place in the text</translation>
    </message>
    <message>
        <source>还有 {count} 处待填。</source>
        <translation>{count} blank left.|{count} blanks left.</translation>
    </message>
    <message>
        <source>都填好了。</source>
        <translation>All filled in.</translation>
    </message>
    <message>
        <source>填好一处按 Enter，每一处都可以撤销。</source>
        <translation>Enter after each one; each can be undone.</translation>
    </message>
    <message>
        <source>关闭（Esc），没填的留着</source>
        <translation>Close (Esc); what is not filled in stays blank</translation>
    </message>
    <message>
        <source>两条少有相同的字句，不逐字标出。</source>
        <translation>These two clauses share few words; differences are not marked.</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入到光标所在条款之后（Ctrl+Enter）</source>
        <translation>Insert after the current clause (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>用它新建</source>
        <translation>Start a draft with it</translation>
    </message>
    <message>
        <source>用这一条起步，新建一份文稿（Ctrl+Enter）</source>
        <translation>Begin a new draft with this clause (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>替换光标所在的条款（Ctrl+Shift+Enter），编号不变，引用它的地方不用改</source>
        <translation>Replace the current clause (Ctrl+Shift+Enter); its number stays, and so do references to it</translation>
    </message>
    <message>
        <source>插入并改为本地名称（Ctrl+Alt+Enter）
先列出要改的地名、机关名称和金额，勾选后再插入</source>
        <translation>Insert in local names (Ctrl+Alt+Enter)
Lists the places, organs and amounts to change first; inserts what you tick</translation>
    </message>
    <message>
        <source>已复制这一条</source>
        <translation>Clause copied</translation>
    </message>
    <message>
        <source>条款的差异</source>
        <translation>Differences of the clause</translation>
    </message>
    <message>
        <source>条款全文</source>
        <translation>Full text of the clause</translation>
    </message>
    <message>
        <source>取此处差异</source>
        <translation>Take difference</translation>
    </message>
    <message>
        <source>取此处差异（Enter）只把方框里的这一处改到本条</source>
        <translation>Take this difference (Enter): takes only what is in the frame</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>插入并改为本地名称</source>
        <translation>Adapt</translation>
    </message>
    <message>
        <source>更多做法</source>
        <translation>More</translation>
    </message>
    <message>
        <source>按主题插入(&amp;T)</source>
        <translation>Insert by &amp;topic</translation>
    </message>
    <message>
        <source>插入并改为本地名称(&amp;M)</source>
        <translation>Insert in local na&amp;mes</translation>
    </message>
    <message>
        <source>复制条标和正文(&amp;C)</source>
        <translation>&amp;Copy heading and text</translation>
    </message>
    <message>
        <source>文稿里已经没有这一条。</source>
        <translation>This clause is no longer in the draft.</translation>
    </message>
    <message>
        <source>这一条刚改过，差别还在重新比。等一下再取。</source>
        <translation>The clause has just changed and is being compared again. Take it in a moment.</translation>
    </message>
    <message>
        <source>这一处跨了几段，不能单独取。可以用“替换”取整条。</source>
        <translation>This difference spans several paragraphs and cannot be taken alone. Use &quot;Replace&quot; to take the whole clause.</translation>
    </message>
    <message>
        <source>原文没有条标</source>
        <translation>No heading in the source</translation>
    </message>
    <message>
        <source>原文没有标题</source>
        <translation>No title in the source</translation>
    </message>
    <message>
        <source>未署日期</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>效力{status}</source>
        <translation>Status: {status}</translation>
    </message>
    <message>
        <source>新建(&amp;N)…</source>
        <translation>&amp;New…</translation>
    </message>
    <message>
        <source>选文种，填要素，挑起步条款</source>
        <translation>Choose a kind, fill in the elements, pick clauses to begin with</translation>
    </message>
    <message>
        <source>看示例(&amp;L)</source>
        <translation>Samp&amp;le draft</translation>
    </message>
    <message>
        <source>打开一份写好的若干措施</source>
        <translation>Open a finished measures document</translation>
    </message>
    <message>
        <source>打开(&amp;O)…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>读入(&amp;I)…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>把文件读入条款库</source>
        <translation>Take files into the clause library</translation>
    </message>
    <message>
        <source>读入文件夹(&amp;D)…</source>
        <translation>Import fol&amp;der…</translation>
    </message>
    <message>
        <source>从剪贴板读入(&amp;V)</source>
        <translation>Import from clip&amp;board</translation>
    </message>
    <message>
        <source>监视文件夹(&amp;W)…</source>
        <translation>&amp;Watch a folder…</translation>
    </message>
    <message>
        <source>放进去的新文件会提示读入</source>
        <translation>New files in it are offered for import</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>另存为(&amp;A)…</source>
        <translation>Save &amp;as…</translation>
    </message>
    <message>
        <source>备份(&amp;B)…</source>
        <translation>Back&amp;ups…</translation>
    </message>
    <message>
        <source>原来的文件每天留一份</source>
        <translation>One a day is kept of the file as it was</translation>
    </message>
    <message>
        <source>存为版本(&amp;K)…</source>
        <translation>&amp;Keep a version…</translation>
    </message>
    <message>
        <source>给现在的文稿留一份，以后可以比较和恢复</source>
        <translation>Keeps the draft as it is now, to compare and restore later</translation>
    </message>
    <message>
        <source>版本历史(&amp;H)…</source>
        <translation>Version &amp;history…</translation>
    </message>
    <message>
        <source>导出公文(&amp;E)…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>按 GB/T 9704-2012 的版式导出 Word 文件或 PDF</source>
        <translation>As a Word file or PDF in the format of GB/T 9704-2012</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>关闭文稿(&amp;C)</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>退出(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>新的一条(&amp;A)</source>
        <translation>&amp;Add clause</translation>
    </message>
    <message>
        <source>在光标所在条款之后</source>
        <translation>After the current clause</translation>
    </message>
    <message>
        <source>上移(&amp;U)</source>
        <translation>&amp;Move up</translation>
    </message>
    <message>
        <source>下移(&amp;D)</source>
        <translation>Move &amp;down</translation>
    </message>
    <message>
        <source>升级(&amp;P)</source>
        <translation>Promo&amp;te</translation>
    </message>
    <message>
        <source>在正文里也可以用 Shift+Tab</source>
        <translation>Shift+Tab does it in the text</translation>
    </message>
    <message>
        <source>降级(&amp;L)</source>
        <translation>Dem&amp;ote</translation>
    </message>
    <message>
        <source>在正文里也可以用 Tab</source>
        <translation>Tab does it in the text</translation>
    </message>
    <message>
        <source>首句作条标，或取消条标(&amp;H)</source>
        <translation>First sentence as &amp;heading, or not</translation>
    </message>
    <message>
        <source>锁定编号，或解除锁定(&amp;K)</source>
        <translation>Loc&amp;k number, or unlock</translation>
    </message>
    <message>
        <source>锁定的编号不随前面的增减变动</source>
        <translation>A locked number does not follow what is added or removed before it</translation>
    </message>
    <message>
        <source>删除这一条(&amp;R)</source>
        <translation>De&amp;lete clause</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>替换(&amp;E)</source>
        <translation>R&amp;eplace</translation>
    </message>
    <message>
        <source>下一处(&amp;X)</source>
        <translation>Find &amp;next</translation>
    </message>
    <message>
        <source>上一处(&amp;V)</source>
        <translation>Find pre&amp;vious</translation>
    </message>
    <message>
        <source>只粘贴文字(&amp;W)</source>
        <translation>Paste as te&amp;xt</translation>
    </message>
    <message>
        <source>粘贴到一个自然段里，不分条</source>
        <translation>Into one paragraph, without making clauses</translation>
    </message>
    <message>
        <source>插入选中的条款(&amp;I)</source>
        <translation>&amp;Insert selected clause</translation>
    </message>
    <message>
        <source>插入到光标所在条款之后</source>
        <translation>After the current clause</translation>
    </message>
    <message>
        <source>替换光标所在的条款(&amp;R)</source>
        <translation>&amp;Replace current clause</translation>
    </message>
    <message>
        <source>编号不变</source>
        <translation>Its number stays</translation>
    </message>
    <message>
        <source>先列出要改的地方，勾选后再插入</source>
        <translation>Lists what is to change first; inserts what you tick</translation>
    </message>
    <message>
        <source>插入到写同一主题的条款后面</source>
        <translation>Behind the clauses on the same topic</translation>
    </message>
    <message>
        <source>取此处差异(&amp;K)</source>
        <translation>Ta&amp;ke this difference</translation>
    </message>
    <message>
        <source>只把方框里的这一处改到本条</source>
        <translation>Takes only what is in the frame</translation>
    </message>
    <message>
        <source>填写待填项(&amp;F)…</source>
        <translation>&amp;Fill in blanks…</translation>
    </message>
    <message>
        <source>把【填写…】一处一处填上</source>
        <translation>One blank after another</translation>
    </message>
    <message>
        <source>复制选中的条款(&amp;C)</source>
        <translation>&amp;Copy selected clause</translation>
    </message>
    <message>
        <source>全文或差异(&amp;D)</source>
        <translation>Full text or &amp;differences</translation>
    </message>
    <message>
        <source>选中的条款和本条的差别</source>
        <translation>How the selected clause differs from the current one</translation>
    </message>
    <message>
        <source>导出条文对照表(&amp;T)…</source>
        <translation>Export comparison &amp;table…</translation>
    </message>
    <message>
        <source>本措施逐条对照先例，存为 .docx</source>
        <translation>This draft beside precedents, clause by clause, as .docx</translation>
    </message>
    <message>
        <source>检查全文(&amp;A)</source>
        <translation>Check &amp;all</translation>
    </message>
    <message>
        <source>下一处(&amp;N)</source>
        <translation>&amp;Next finding</translation>
    </message>
    <message>
        <source>下一个检查发现的问题</source>
        <translation>Next finding of the checks</translation>
    </message>
    <message>
        <source>上一处(&amp;P)</source>
        <translation>&amp;Previous finding</translation>
    </message>
    <message>
        <source>上一个检查发现的问题</source>
        <translation>Previous finding of the checks</translation>
    </message>
    <message>
        <source>修正这一处(&amp;X)</source>
        <translation>Fi&amp;x this</translation>
    </message>
    <message>
        <source>在正文里和检查的表里按 Alt+Enter</source>
        <translation>Alt+Enter in the text and in the table of checks</translation>
    </message>
    <message>
        <source>全部修正(&amp;F)</source>
        <translation>&amp;Fix all</translation>
    </message>
    <message>
        <source>不用问人的都改好，一步撤销</source>
        <translation>Fixes all that needs no question, undone in one step</translation>
    </message>
    <message>
        <source>展开或收起检查(&amp;C)</source>
        <translation>Expand or &amp;collapse checks</translation>
    </message>
    <message>
        <source>正文下面的检查，收起只留一行</source>
        <translation>The checks below the text, or only their one line</translation>
    </message>
    <message>
        <source>写意见(&amp;M)…</source>
        <translation>&amp;Remark…</translation>
    </message>
    <message>
        <source>对光标所在的条款</source>
        <translation>On the current clause</translation>
    </message>
    <message>
        <source>审阅意见(&amp;L)</source>
        <translation>Remark &amp;list</translation>
    </message>
    <message>
        <source>只读审阅(&amp;R)</source>
        <translation>Read-&amp;only review</translation>
    </message>
    <message>
        <source>只能看、只能写意见，文稿不会改动</source>
        <translation>Read and remark only; the draft does not change</translation>
    </message>
    <message>
        <source>设置(&amp;S)…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>本单位的数据、检查规则、版式、外观</source>
        <translation>Your office&apos;s data, rules, page formats, appearance</translation>
    </message>
    <message>
        <source>快捷键(&amp;K)…</source>
        <translation>&amp;Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>看一遍，改成顺手的键</source>
        <translation>See all keys and change them</translation>
    </message>
    <message>
        <source>找命令和条款(&amp;P)…</source>
        <translation>Find commands and &amp;clauses…</translation>
    </message>
    <message>
        <source>输入几个字，直接去做</source>
        <translation>Type a few letters and do it</translation>
    </message>
    <message>
        <source>使用手册(&amp;G)</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>打开与眼前有关的一页</source>
        <translation>Opens the page about what is in front of you (Chinese)</translation>
    </message>
    <message>
        <source>检索怎么写(&amp;Q)</source>
        <translation>Writing &amp;queries</translation>
    </message>
    <message>
        <source>快捷键一览(&amp;K)</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>第一次使用的五步(&amp;T)</source>
        <translation>First s&amp;teps</translation>
    </message>
    <message>
        <source>在示例文稿上走一遍</source>
        <translation>Five steps on the sample draft</translation>
    </message>
    <message>
        <source>出错记录(&amp;L)</source>
        <translation>Error &amp;log</translation>
    </message>
    <message>
        <source>关于成文(&amp;A)</source>
        <translation>&amp;About Chengwen</translation>
    </message>
    <message>
        <source>检索先例(&amp;F)</source>
        <translation>&amp;Find precedents</translation>
    </message>
    <message>
        <source>相似条款(&amp;M)</source>
        <translation>Si&amp;milar clauses</translation>
    </message>
    <message>
        <source>跟着光标走</source>
        <translation>Follow the caret</translation>
    </message>
    <message>
        <source>大纲(&amp;O)</source>
        <translation>&amp;Outline</translation>
    </message>
    <message>
        <source>条款库(&amp;B)</source>
        <translation>Clause li&amp;brary</translation>
    </message>
    <message>
        <source>左侧窗格(&amp;L)</source>
        <translation>&amp;Left pane</translation>
    </message>
    <message>
        <source>打开或关上大纲和条款库</source>
        <translation>Show or hide outline and clause library</translation>
    </message>
    <message>
        <source>右侧窗格(&amp;W)</source>
        <translation>Ri&amp;ght pane</translation>
    </message>
    <message>
        <source>打开或关上先例、覆盖</source>
        <translation>Show or hide precedents and coverage</translation>
    </message>
    <message>
        <source>印发通知(&amp;N)</source>
        <translation>&amp;Notice</translation>
    </message>
    <message>
        <source>展开或折起印发通知</source>
        <translation>Unfold or fold the notice</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>对照(&amp;C)</source>
        <translation>&amp;Compare</translation>
    </message>
    <message>
        <source>逐条对照最相近的先例</source>
        <translation>Each clause beside the closest precedents</translation>
    </message>
    <message>
        <source>版式预览(&amp;V)</source>
        <translation>Page pre&amp;view</translation>
    </message>
    <message>
        <source>按公文版式一面一面地看</source>
        <translation>Page by page as it will print</translation>
    </message>
    <message>
        <source>下一个窗格(&amp;G)</source>
        <translation>Ne&amp;xt pane</translation>
    </message>
    <message>
        <source>上一个窗格(&amp;H)</source>
        <translation>&amp;Previous pane</translation>
    </message>
    <message>
        <source>放大文字(&amp;I)</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>缩小文字(&amp;U)</source>
        <translation>Zoom o&amp;ut</translation>
    </message>
    <message>
        <source>文字原大(&amp;R)</source>
        <translation>&amp;Reset zoom</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>条款(&amp;L)</source>
        <translation>&amp;Clauses</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>检查(&amp;C)</source>
        <translation>Chec&amp;k</translation>
    </message>
    <message>
        <source>审阅(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>工具(&amp;T)</source>
        <translation>&amp;Tools</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>外观(&amp;A)</source>
        <translation>&amp;Appearance</translation>
    </message>
    <message>
        <source>检索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>正在对照…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>文字相同</source>
        <translation>Same text</translation>
    </message>
    <message>
        <source>没有足够相近的先例。按 S 检索这一条的条标。</source>
        <translation>No precedent is close enough. Press S to search for this clause&apos;s heading.</translation>
    </message>
    <message>
        <source>停下，不导出</source>
        <translation>Stop without exporting</translation>
    </message>
    <message>
        <source>{draft}（条文对照表）.docx</source>
        <translation>{draft} (comparison table).docx</translation>
    </message>
    <message>
        <source>导出条文对照表</source>
        <translation>Export comparison table</translation>
    </message>
    <message>
        <source>正在逐条对照先例…</source>
        <translation>Comparing with precedents…</translation>
    </message>
    <message>
        <source>正在逐条对照先例，{done:,} 条，共 {total:,} 条。可以继续写。</source>
        <translation>Comparing with precedents: {done:,} of {total:,} clauses. You can go on writing.</translation>
    </message>
    <message>
        <source>没有导出条文对照表</source>
        <translation>Comparison table not exported</translation>
    </message>
    <message>
        <source>已导出“{name}”</source>
        <translation>&quot;{name}&quot; exported</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>换个位置导出</source>
        <translation>Export elsewhere</translation>
    </message>
    <message>
        <source>本措施</source>
        <translation>This draft</translation>
    </message>
    <message>
        <source>本条有、先例没有</source>
        <translation>only in this clause</translation>
    </message>
    <message>
        <source>最佳先例</source>
        <translation>Best precedent</translation>
    </message>
    <message>
        <source>先例有、本条没有</source>
        <translation>only in the precedent</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{head}：{line} {meaning}</source>
        <translation>{head}: {line} {meaning}</translation>
    </message>
    <message>
        <source>逐条对照</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>照录</source>
        <translation>Verbatim</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Reworded</translation>
    </message>
    <message>
        <source>相关</source>
        <translation>Related</translation>
    </message>
    <message>
        <source>无先例</source>
        <translation>No precedent</translation>
    </message>
    <message>
        <source>总述</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>第 {at} 条，共 {total} 条</source>
        <translation>{at} of {total}</translation>
    </message>
    <message>
        <source>另 {count} 条</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{clause}，还没有对照</source>
        <translation>{clause}, not compared yet</translation>
    </message>
    <message>
        <source>{clause}，无先例。{text}</source>
        <translation>{clause}, no precedent. {text}</translation>
    </message>
    <message>
        <source>“{old}”改为“{new}”</source>
        <translation>&quot;{old}&quot; became &quot;{new}&quot;</translation>
    </message>
    <message>
        <source>增加“{new}”</source>
        <translation>added &quot;{new}&quot;</translation>
    </message>
    <message>
        <source>没有“{old}”</source>
        <translation>without &quot;{old}&quot;</translation>
    </message>
    <message>
        <source>↑↓ 逐条，→ ← 换先例，空格 下一处差异，Enter 到编辑</source>
        <translation>↑↓ clause, → ← precedent, Space next difference, Enter edit</translation>
    </message>
    <message>
        <source>继续对照</source>
        <translation>Go on comparing</translation>
    </message>
    <message>
        <source>对照停下时剩下的条款</source>
        <translation>Compares the clauses that were left when it was stopped</translation>
    </message>
    <message>
        <source>导出对照表</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>把逐条对照存为 .docx</source>
        <translation>Saves the comparison as .docx</translation>
    </message>
    <message>
        <source>停下，已经对照的留着</source>
        <translation>Stop; what has been compared stays</translation>
    </message>
    <message>
        <source>{name}，{count} 条（{key}）</source>
        <translation>{name}, {count} clause ({key})|{name}, {count} clauses ({key})</translation>
    </message>
    <message>
        <source>{name}，{count} 条</source>
        <translation>{name}, {count} clause|{name}, {count} clauses</translation>
    </message>
    <message>
        <source>没有这样的条款</source>
        <translation>No such clauses</translation>
    </message>
    <message>
        <source>换一个筛选，或者看全部。</source>
        <translation>Choose another filter, or show all.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>看全部（1）</source>
        <translation>Show all (1)</translation>
    </message>
    <message>
        <source>还没有可以对照的条款</source>
        <translation>Nothing to compare yet</translation>
    </message>
    <message>
        <source>写下第一条，这里就把它和条款库里最相近的先例并排列出。</source>
        <translation>Write the first clause, and the closest precedents of the library stand beside it here.</translation>
    </message>
    <message>
        <source>本稿没有规定的 {count} 个主题</source>
        <translation>{count} topic missing in this draft|{count} topics missing in this draft</translation>
    </message>
    <message>
        <source>先例规定的主题，本稿都有</source>
        <translation>This draft covers all topics of its precedents</translation>
    </message>
    <message>
        <source>数字是该件文件里规定这一主题的条数。选中一个主题按 Enter，就检索它。</source>
        <translation>Figures are clauses of a document on the topic. Choose a topic and press Enter to search for it.</translation>
    </message>
    <message>
        <source>只列用得最多的 {count} 件先例。</source>
        <translation>Only the {count} precedents used most are listed. </translation>
    </message>
    <message>
        <source>对照完就列出各件先例规定的主题。</source>
        <translation>When all is compared, the topics of the precedents are listed here.</translation>
    </message>
    <message>
        <source>{count} 件先例都有</source>
        <translation>in the {count} precedent|in all {count} precedents</translation>
    </message>
    <message>
        <source>{count} 件先例有</source>
        <translation>in {count} precedent|in {count} precedents</translation>
    </message>
    <message>
        <source>看先例</source>
        <translation>Show precedents</translation>
    </message>
    <message>
        <source>检索“{topic}”</source>
        <translation>Search for &quot;{topic}&quot;</translation>
    </message>
    <message>
        <source>看先例 {topic}</source>
        <translation>Show precedents on {topic}</translation>
    </message>
    <message>
        <source>本稿没有规定的主题</source>
        <translation>Topics missing in this draft</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>本稿和先例</source>
        <translation>This draft and precedents</translation>
    </message>
    <message>
        <source>本稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{topic}，{name}，{held}</source>
        <translation>{topic}, {name}, {held}</translation>
    </message>
    <message>
        <source>本稿没有规定，{count} 件先例有</source>
        <translation>Missing in this draft; {count} precedent has it|Missing in this draft; {count} precedents have it</translation>
    </message>
    <message>
        <source>Enter 检索这个主题</source>
        <translation>Enter searches for this topic</translation>
    </message>
    <message>
        <source>正在逐条对照先例，{done} 条，共 {total} 条。可以继续写。</source>
        <translation>Comparing with precedents: {done} of {total} clauses. You can go on writing.</translation>
    </message>
    <message>
        <source>停下了，还有 {count} 条没有对照</source>
        <translation>Stopped; {count} clause not compared|Stopped; {count} clauses not compared</translation>
    </message>
    <message>
        <source>印出来的样子</source>
        <translation>As it will print</translation>
    </message>
    <message>
        <source>{name}怎么写</source>
        <translation>How to write {name}</translation>
    </message>
    <message>
        <source>不印发通知</source>
        <translation>No notice</translation>
    </message>
    <message>
        <source>{block}：{words}</source>
        <translation>{block}: {words}</translation>
    </message>
    <message>
        <source>只起草文件本身，以后可以在编辑里加上印发通知。</source>
        <translation>Only the document itself; a notice can be added later while editing.</translation>
    </message>
    <message>
        <source>填{kind}。</source>
        <translation>Enter {kind}.</translation>
    </message>
    <message>
        <source>不超过 {most} 字。</source>
        <translation>At most {most} characters.</translation>
    </message>
    <message>
        <source>在这个主题里找</source>
        <translation>Find in this topic</translation>
    </message>
    <message>
        <source>先例的条款，空格键勾选</source>
        <translation>Clauses of precedents; Space ticks</translation>
    </message>
    <message>
        <source>已选的条款</source>
        <translation>Chosen clauses</translation>
    </message>
    <message>
        <source>放在哪里</source>
        <translation>Where to put it</translation>
    </message>
    <message>
        <source>选中的条款放在文稿的哪一部分</source>
        <translation>The part of the draft that the selected clause goes to</translation>
    </message>
    <message>
        <source>不要这一条</source>
        <translation>Remove clause</translation>
    </message>
    <message>
        <source>从已选的条款里去掉（Delete）</source>
        <translation>Takes it off the list of chosen clauses (Delete)</translation>
    </message>
    <message>
        <source>金额、年份和名称留作待填</source>
        <translation>Leave figures and names blank</translation>
    </message>
    <message>
        <source>金额、比例、日期和先例的名称写成【填写…】，以后再填</source>
        <translation>Amounts, shares, dates and names of the precedent become 【填写…】, to be filled in later</translation>
    </message>
    <message>
        <source>条款库是空的，先读入文件，再来挑选；也可以直接生成文稿。</source>
        <translation>The library is empty. Import files and come back to pick clauses; or make the draft now.</translation>
    </message>
    <message>
        <source>正在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>没有要改的地名和机关名称。</source>
        <translation>No places or organs to change.</translation>
    </message>
    <message>
        <source>勾选条款后列在这里。</source>
        <translation>Tick clauses and they are listed here.</translation>
    </message>
    <message>
        <source>金额、年份和名称留作待填（{count} 处）</source>
        <translation>Leave figures and names blank ({count})</translation>
    </message>
    <message>
        <source>按主题</source>
        <translation>By topic</translation>
    </message>
    <message>
        <source>{source}，放在：{where}</source>
        <translation>{source}, goes to: {where}</translation>
    </message>
    <message>
        <source>已选 {count} 条</source>
        <translation>{count} clause chosen|{count} clauses chosen</translation>
    </message>
    <message>
        <source>还没有选条款，也可以直接生成</source>
        <translation>No clauses chosen; the draft can be made all the same</translation>
    </message>
    <message>
        <source>，另有答案里的 {count} 条</source>
        <translation>, and {count} more from the answers</translation>
    </message>
    <message>
        <source>{old} → {new}（{why}{times}）</source>
        <translation>{old} → {new} ({why}{times})</translation>
    </message>
    <message>
        <source>填写的内容 (*.toml)</source>
        <translation>Answers (*.toml)</translation>
    </message>
    <message>
        <source>条款库还在打开，打开后就开始</source>
        <translation>The library is still opening; it begins when that is done</translation>
    </message>
    <message>
        <source>已生成，取自先例的条款 {count} 条</source>
        <translation>Draft made with {count} clause of precedents|Draft made with {count} clauses of precedents</translation>
    </message>
    <message>
        <source>已生成</source>
        <translation>Draft made</translation>
    </message>
    <message>
        <source>存答案</source>
        <translation>Save answers</translation>
    </message>
    <message>
        <source>已存为“{name}”</source>
        <translation>Saved as &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>打开答案</source>
        <translation>Open answers</translation>
    </message>
    <message>
        <source>这个文件不是 UTF-8 编码的文字。</source>
        <translation>This file is not UTF-8 text.</translation>
    </message>
    <message>
        <source>已填入“{name}”的内容</source>
        <translation>Filled in from &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>新建文稿</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>{first} 等 {count} 处</source>
        <translation>{first} and others, {count} in all</translation>
    </message>
    <message>
        <source>正在生成…</source>
        <translation>Making the draft…</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>换了模板，有 {count} 项在这里用不到；换回去还在。</source>
        <translation>The template has changed: {count} answer is not used here, and comes back with the old one.|The template has changed: {count} answers are not used here, and come back with the old one.</translation>
    </message>
    <message>
        <source>带 * 的要填，其余以后再补也可以。</source>
        <translation>Those with * are required; the others can wait.</translation>
    </message>
    <message>
        <source>不印发</source>
        <translation>No notice</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} clause|{count} clauses</translation>
    </message>
    <message>
        <source>下一步：{name}(&amp;N)</source>
        <translation>&amp;Next: {name}</translation>
    </message>
    <message>
        <source>生成文稿(&amp;N)</source>
        <translation>Make the &amp;draft</translation>
    </message>
    <message>
        <source>还有 {count} 项要填或要改</source>
        <translation>{count} answer to give or mend|{count} answers to give or mend</translation>
    </message>
    <message>
        <source>有要填或要改的，先到那一项（Alt+N）</source>
        <translation>Goes to what is to be given or mended first (Alt+N)</translation>
    </message>
    <message>
        <source>上一步(&amp;P)</source>
        <translation>&amp;Previous</translation>
    </message>
    <message>
        <source>回到上一步，填好的不变</source>
        <translation>Back one step; nothing you filled in is lost</translation>
    </message>
    <message>
        <source>填入上次的内容</source>
        <translation>Use last answers</translation>
    </message>
    <message>
        <source>把上一份文稿填过的内容填进来</source>
        <translation>Fills in what was answered for the last draft</translation>
    </message>
    <message>
        <source>写哪种文稿？</source>
        <translation>What kind of draft?</translation>
    </message>
    <message>
        <source>用哪种通知印发？</source>
        <translation>Issued by which notice?</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Elements</translation>
    </message>
    <message>
        <source>从先例里挑几条起步</source>
        <translation>Pick precedents to begin with</translation>
    </message>
    <message>
        <source>模板带来结构和写法，生成以后都可以改。</source>
        <translation>A template gives structure and wording; all of it can be changed later.</translation>
    </message>
    <message>
        <source>没有想好可以先不印发，以后再加。</source>
        <translation>If you are not sure, leave the notice for later.</translation>
    </message>
    <message>
        <source>按主题勾选，放到文稿里写同一主题的地方；不选也可以。</source>
        <translation>Tick clauses by topic; they go where the draft writes about the same. You may choose none.</translation>
    </message>
    <message>
        <source>打开答案(&amp;O)…</source>
        <translation>&amp;Open answers…</translation>
    </message>
    <message>
        <source>填入以前存下的内容（.toml），合用的都带过来</source>
        <translation>Fills in what was saved before (.toml), as far as it fits</translation>
    </message>
    <message>
        <source>存答案(&amp;S)…</source>
        <translation>&amp;Save answers…</translation>
    </message>
    <message>
        <source>把填写的内容存成文件，以后再用</source>
        <translation>Saves what you filled in, to use it again</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>关上（Esc），填过的留着</source>
        <translation>Close (Esc); what you filled in is kept</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>用不了</source>
        <translation>Cannot be used</translation>
    </message>
    <message>
        <source>印发通知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>先不印发</source>
        <translation>No notice yet</translation>
    </message>
    <message>
        <source>只起草文件本身，通知以后再加。</source>
        <translation>Only the document itself; add a notice later.</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Your office</translation>
    </message>
    <message>
        <source>，必填</source>
        <translation>, required</translation>
    </message>
    <message>
        <source>要填</source>
        <translation>To fill in</translation>
    </message>
    <message>
        <source>不填</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>不填就写“{said}”</source>
        <translation>If left empty: &quot;{said}&quot;</translation>
    </message>
    <message>
        <source>从日历里选</source>
        <translation>Choose from the calendar</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>昨天 {clock}</source>
        <translation>Yesterday {clock}</translation>
    </message>
    <message>
        <source>读不了</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>{count} 处待填</source>
        <translation>{count} blank|{count} blanks</translation>
    </message>
    <message>
        <source>{count} 条意见</source>
        <translation>{count} remark|{count} remarks</translation>
    </message>
    <message>
        <source>添加…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>添加一行（Insert）</source>
        <translation>Add a row (Insert)</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>修改选中的一行（Enter）</source>
        <translation>Edit the selected row (Enter)</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删去选中的一行（Delete）</source>
        <translation>Delete the selected row (Delete)</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>上移（Alt+↑）</source>
        <translation>Move up (Alt+↑)</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>下移（Alt+↓）</source>
        <translation>Move down (Alt+↓)</translation>
    </message>
    <message>
        <source>{label}：{deed}</source>
        <translation>{label}: {deed}</translation>
    </message>
    <message>
        <source>写进表里</source>
        <translation>Put into table</translation>
    </message>
    <message>
        <source>写进表里（最后一栏按 Enter）</source>
        <translation>Put into the table (Enter in the last field)</translation>
    </message>
    <message>
        <source>没能保存填写的内容：{reason}。</source>
        <translation>The answers could not be saved: {reason}.</translation>
    </message>
    <message>
        <source>起步条款</source>
        <translation>First clauses</translation>
    </message>
    <message>
        <source>正在这一步</source>
        <translation>this is the current step</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>还没有到</source>
        <translation>not reached yet</translation>
    </message>
    <message>
        <source>第 {number} 步 {name}</source>
        <translation>Step {number} {name}</translation>
    </message>
    <message>
        <source>填到一半可以关上，下次从这里接着填。</source>
        <translation>You can close this half-way and go on from here next time.</translation>
    </message>
    <message>
        <source>{error}。</source>
        <translation>{error}.</translation>
    </message>
    <message>
        <source>“{gone}”不用写，模板会写上，已去掉。</source>
        <translation>&quot;{gone}&quot; has been taken away; the template writes it.</translation>
    </message>
    <message>
        <source>已改成规范写法。</source>
        <translation>Put into the standard form.</translation>
    </message>
    <message>
        <source>“{said}”已改成规范写法。</source>
        <translation>&quot;{said}&quot; has been put into the standard form.</translation>
    </message>
    <message>
        <source>文稿 (*.akn)</source>
        <translation>Drafts (*.akn)</translation>
    </message>
    <message>
        <source>Word 文档 (*.docx)</source>
        <translation>Word documents (*.docx)</translation>
    </message>
    <message>
        <source>打开文稿</source>
        <translation>Open a draft</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>成文</source>
        <translation>Chengwen</translation>
    </message>
    <message>
        <source>“{name}”有改动还没有保存。</source>
        <translation>&quot;{name}&quot; has changes that are not saved.</translation>
    </message>
    <message>
        <source>不保存，这些改动就没有了。</source>
        <translation>They are lost if you do not save.</translation>
    </message>
    <message>
        <source>不保存(&amp;N)</source>
        <translation>Do &amp;not save</translation>
    </message>
    <message>
        <source>删除“{name}” {when} 的备份？</source>
        <translation>Delete the backup of &quot;{name}&quot; of {when}?</translation>
    </message>
    <message>
        <source>删掉以后找不回来。</source>
        <translation>It cannot be brought back.</translation>
    </message>
    <message>
        <source>删除备份(&amp;D)</source>
        <translation>&amp;Delete backup</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>文稿的其他内容</source>
        <translation>Other contents of the draft</translation>
    </message>
    <message>
        <source>{kind} {count} 处</source>
        <translation>{kind}: {count}</translation>
    </message>
    <message>
        <source>附件{number}</source>
        <translation>Annex {number}</translation>
    </message>
    <message>
        <source>空的一条</source>
        <translation>An empty clause</translation>
    </message>
    <message>
        <source>“{after}”与“{before}”的差别</source>
        <translation>&quot;{after}&quot; compared with &quot;{before}&quot;</translation>
    </message>
    <message>
        <source>正在比对…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>有差别的地方</source>
        <translation>Where they differ</translation>
    </message>
    <message>
        <source>这一处的差别</source>
        <translation>This difference</translation>
    </message>
    <message>
        <source>{summary}。</source>
        <translation>{summary}.</translation>
    </message>
    <message>
        <source>没有差别。</source>
        <translation>No differences.</translation>
    </message>
    <message>
        <source>没能比对出差别，出错记录已经写下。</source>
        <translation>Comparing failed; it is in the error log.</translation>
    </message>
    <message>
        <source>“{one}”里有，“{other}”里没有</source>
        <translation>In &quot;{one}&quot;, not in &quot;{other}&quot;</translation>
    </message>
    <message>
        <source>“{other}”里有，“{one}”里没有</source>
        <translation>In &quot;{other}&quot;, not in &quot;{one}&quot;</translation>
    </message>
    <message>
        <source>文字相同，换了位置或层级。</source>
        <translation>Same text, at another place or level.</translation>
    </message>
    <message>
        <source>文字相同，出处或编号方式不同。</source>
        <translation>Same text, with another origin or numbering.</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>没能保存：“{name}”正在另一个窗口编辑。换个名称保存。</source>
        <translation>Not saved: &quot;{name}&quot; is being edited in another window. Save under another name.</translation>
    </message>
    <message>
        <source>已保存“{name}”</source>
        <translation>&quot;{name}&quot; saved</translation>
    </message>
    <message>
        <source>，别的程序改过的那份在 文件 → 备份 里</source>
        <translation>; what another program had written is in File → Backups</translation>
    </message>
    <message>
        <source>系统拒绝写入</source>
        <translation>the system does not allow writing</translation>
    </message>
    <message>
        <source>没能保存：{why}。改动还在备份里，请换个位置保存。</source>
        <translation>Not saved: {why}. The changes are in the backup; save in another place.</translation>
    </message>
    <message>
        <source>没能保存：{why}。备份也没能写下，请换个位置保存。</source>
        <translation>Not saved: {why}. The backup could not be written either; save in another place.</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} character|{count} characters</translation>
    </message>
    <message>
        <source>{count} 页</source>
        <translation>{count} page|{count} pages</translation>
    </message>
    <message>
        <source>选中 {count} 字</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>这里的文字要在原处改</source>
        <translation>This text is changed where it stands</translation>
    </message>
    <message>
        <source>{message}
Alt+Enter {fix}</source>
        <translation>{message}
Alt+Enter {fix}</translation>
    </message>
    <message>
        <source>文稿正文</source>
        <translation>Text of the draft</translation>
    </message>
    <message>
        <source>删除选中的文字</source>
        <translation>Delete selected text</translation>
    </message>
    <message>
        <source>改写选中的文字</source>
        <translation>Reword selected text</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>文稿的标题</source>
        <translation>Title of the draft</translation>
    </message>
    <message>
        <source>引言：依据和目的</source>
        <translation>Preamble: basis and purpose</translation>
    </message>
    <message>
        <source>施行日期和有效期</source>
        <translation>Entry into force and period of validity</translation>
    </message>
    <message>
        <source>条标，以句号收尾，接着写正文</source>
        <translation>A heading that ends with a full stop, then the text</translation>
    </message>
    <message>
        <source>正文的菜单</source>
        <translation>Menu of the text</translation>
    </message>
    <message>
        <source>撤销(&amp;Z)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>重做(&amp;Y)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>剪切(&amp;T)</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>粘贴(&amp;P)</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>全选(&amp;A)</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>新的一条(&amp;N)</source>
        <translation>&amp;New clause</translation>
    </message>
    <message>
        <source>升级(&amp;U)</source>
        <translation>Pro&amp;mote</translation>
    </message>
    <message>
        <source>降级(&amp;D)</source>
        <translation>&amp;Demote</translation>
    </message>
    <message>
        <source>取消条标(&amp;H)</source>
        <translation>Remove &amp;heading</translation>
    </message>
    <message>
        <source>首句作条标(&amp;H)</source>
        <translation>First sentence as &amp;heading</translation>
    </message>
    <message>
        <source>解除编号锁定(&amp;K)</source>
        <translation>Unloc&amp;k number</translation>
    </message>
    <message>
        <source>锁定编号(&amp;K)</source>
        <translation>Loc&amp;k number</translation>
    </message>
    <message>
        <source>看来源(&amp;S)</source>
        <translation>Show &amp;source</translation>
    </message>
    <message>
        <source>主体</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>日期写成 2026年1月20日 的样子</source>
        <translation>Write the date like 2026年1月20日</translation>
    </message>
    <message>
        <source>这份文稿还没有印发通知</source>
        <translation>This draft has no notice yet</translation>
    </message>
    <message>
        <source>份号写成 6 位数字，如 000012</source>
        <translation>The copy number has 6 digits, such as 000012</translation>
    </message>
    <message>
        <source>写成 机密★1年 的样子：绝密、机密或秘密，★后面是保密期限；也可以只写密级</source>
        <translation>Write it like 机密★1年: 绝密, 机密 or 秘密, and the period after ★; or the level alone</translation>
    </message>
    <message>
        <source>姓名之间空一字，或用顿号隔开</source>
        <translation>A space between names, or 、</translation>
    </message>
    <message>
        <source>公文格式</source>
        <translation>Document format</translation>
    </message>
    <message>
        <source>国标第 10 章的特定格式，或通用格式</source>
        <translation>A special format of clause 10 of the standard, or the general one</translation>
    </message>
    <message>
        <source>版头</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy number</translation>
    </message>
    <message>
        <source>6 位数字，如 000012；涉密公文才必须有</source>
        <translation>6 digits, such as 000012; only classified documents need it</translation>
    </message>
    <message>
        <source>密级和保密期限</source>
        <translation>Secrecy and period</translation>
    </message>
    <message>
        <source>如 机密★1年</source>
        <translation>Such as 机密★1年</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>特急或加急</source>
        <translation>特急 (most urgent) or 加急 (urgent)</translation>
    </message>
    <message>
        <source>特急</source>
        <translation>Most urgent (特急)</translation>
    </message>
    <message>
        <source>加急</source>
        <translation>Urgent (加急)</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuing organs</translation>
    </message>
    <message>
        <source>联合行文时用顿号隔开，主办机关在前</source>
        <translation>Joint issuers separated by 、, the lead organ first</translation>
    </message>
    <message>
        <source>如 示政办发〔2026〕12号</source>
        <translation>Such as 示政办发〔2026〕12号</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signatories</translation>
    </message>
    <message>
        <source>上行文才有；几个人用顿号隔开，主办机关的在前</source>
        <translation>Only in reports to a higher level; several separated by 、, the lead organ&apos;s first</translation>
    </message>
    <message>
        <source>通知的标题</source>
        <translation>Title of the notice</translation>
    </message>
    <message>
        <source>不写末尾的冒号</source>
        <translation>Without the colon at the end</translation>
    </message>
    <message>
        <source>一段一行</source>
        <translation>One paragraph per line</translation>
    </message>
    <message>
        <source>措施作为附件</source>
        <translation>Measures as annex</translation>
    </message>
    <message>
        <source>加上附件说明，措施首面标“附件”；印发类通知通常不这样做</source>
        <translation>Adds a list of annexes and marks the first page 附件; not usual for notices that issue a document</translation>
    </message>
    <message>
        <source>附件不与正文装订</source>
        <translation>Annex bound apart</translation>
    </message>
    <message>
        <source>附件首面左上角标发文字号和附件顺序号</source>
        <translation>The annex begins with the document number and the number of the annex at the top left</translation>
    </message>
    <message>
        <source>出席</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>列席</source>
        <translation>Attending</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Sealing</translation>
    </message>
    <message>
        <source>盖章的地方留出来，不打印</source>
        <translation>Room is left for the seal; nothing is printed</translation>
    </message>
    <message>
        <source>签发人职务</source>
        <translation>Signatory&apos;s post</translation>
    </message>
    <message>
        <source>签名章左边的职务全称；几个机关用顿号隔开</source>
        <translation>The full post left of the signature stamp; several organs separated by 、</translation>
    </message>
    <message>
        <source>如 2026年1月20日</source>
        <translation>Such as 2026年1月20日</translation>
    </message>
    <message>
        <source>如 此件公开发布</source>
        <translation>Such as 此件公开发布</translation>
    </message>
    <message>
        <source>没有抄送可以不填</source>
        <translation>Empty if there are none</translation>
    </message>
    <message>
        <source>版记</source>
        <translation>Imprint</translation>
    </message>
    <message>
        <source>如 2026年1月21日</source>
        <translation>Such as 2026年1月21日</translation>
    </message>
    <message>
        <source>公文格式、份号、密级、紧急程度、签发人、用印、附件装订</source>
        <translation>Format, copy number, secrecy, urgency, signatories, sealing, binding</translation>
    </message>
    <message>
        <source>更多要素</source>
        <translation>More elements</translation>
    </message>
    <message>
        <source>折起印发通知</source>
        <translation>Fold the notice</translation>
    </message>
    <message>
        <source>展开印发通知，填写发文机关、文号等</source>
        <translation>Unfold the notice to fill in issuers, number and so on</translation>
    </message>
    <message>
        <source>加上印发通知</source>
        <translation>Add a notice</translation>
    </message>
    <message>
        <source>给这份文稿加上印发通知，可以撤销</source>
        <translation>Gives this draft a notice; can be undone</translation>
    </message>
    <message>
        <source>收起更多要素</source>
        <translation>Fewer elements</translation>
    </message>
    <message>
        <source>有错误</source>
        <translation>has errors</translation>
    </message>
    <message>
        <source>有警告</source>
        <translation>has warnings</translation>
    </message>
    <message>
        <source>有提示</source>
        <translation>has hints</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>还没有写</source>
        <translation>Not written yet</translation>
    </message>
    <message>
        <source>新的一条</source>
        <translation>New clause</translation>
    </message>
    <message>
        <source>删除{unit}</source>
        <translation>Delete {unit}</translation>
    </message>
    <message>
        <source>已删除{unit}，Ctrl+Z 撤销</source>
        <translation>{unit} deleted, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>移动{unit}</source>
        <translation>Move {unit}</translation>
    </message>
    <message>
        <source>已移到{number}，Ctrl+Z 撤销</source>
        <translation>Moved to {number}, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>前面没有同级的条款，不能降级</source>
        <translation>There is no clause of the same level before it to go below</translation>
    </message>
    <message>
        <source>已经是第一层，不能升级</source>
        <translation>It is on the first level already</translation>
    </message>
    <message>
        <source>取消条标</source>
        <translation>Remove heading</translation>
    </message>
    <message>
        <source>首句作条标</source>
        <translation>First sentence as heading</translation>
    </message>
    <message>
        <source>解除编号锁定</source>
        <translation>Unlock number</translation>
    </message>
    <message>
        <source>锁定编号</source>
        <translation>Lock number</translation>
    </message>
    <message>
        <source>少了 {count} 条，Ctrl+Z 撤销</source>
        <translation>{count} clause fewer, Ctrl+Z to undo|{count} clauses fewer, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>改写{where}</source>
        <translation>Reword {where}</translation>
    </message>
    <message>
        <source>合并到上一段</source>
        <translation>Join to the paragraph before</translation>
    </message>
    <message>
        <source>删除空条</source>
        <translation>Delete empty clause</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>粘贴 {count} 条</source>
        <translation>Paste {count} clause|Paste {count} clauses</translation>
    </message>
    <message>
        <source>已粘贴 {count} 条，Ctrl+Z 撤销</source>
        <translation>{count} clause pasted, Ctrl+Z to undo|{count} clauses pasted, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>未命名文稿</source>
        <translation>Untitled draft</translation>
    </message>
    <message>
        <source>从哪里开始？</source>
        <translation>Where do you want to begin?</translation>
    </message>
    <message>
        <source>检索先例、起草条文、检查、对照、导出公文，都在这台电脑上完成，不联网。</source>
        <translation>Find precedents, draft, check, compare and export on this computer, without a network.</translation>
    </message>
    <message>
        <source>选文种，填要素，从先例里挑几条起步</source>
        <translation>Choose a kind, fill in the elements, pick precedents to begin with</translation>
    </message>
    <message>
        <source>继续写以前保存的文稿</source>
        <translation>Go on with a draft saved before</translation>
    </message>
    <message>
        <source>看示例</source>
        <translation>See a sample</translation>
    </message>
    <message>
        <source>打开一份写好的若干措施，随便改</source>
        <translation>Open a finished measures document and change it as you like</translation>
    </message>
    <message>
        <source>读入文件</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>Word、WPS、PDF、网页或文本，拖到窗口里也可以；核对后收入条款库</source>
        <translation>Word, WPS, PDF, web page or text; files can be dropped on the window; reviewed, then taken into the library</translation>
    </message>
    <message>
        <source>最近的文稿</source>
        <translation>Recent drafts</translation>
    </message>
    <message>
        <source>还没有。保存过的文稿会列在这里。</source>
        <translation>None yet. Drafts that you save are listed here.</translation>
    </message>
    <message>
        <source>Word 文件（.docx）</source>
        <translation>Word file (.docx)</translation>
    </message>
    <message>
        <source>PDF 文件（.pdf）</source>
        <translation>PDF file (.pdf)</translation>
    </message>
    <message>
        <source>纯文本（.txt）</source>
        <translation>Plain text (.txt)</translation>
    </message>
    <message>
        <source>Markdown（.md）</source>
        <translation>Markdown (.md)</translation>
    </message>
    <message>
        <source>导出公文</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>带批注：{count} 条未处理的审阅意见</source>
        <translation>With comments: {count} open remark|With comments: {count} open remarks</translation>
    </message>
    <message>
        <source>写成 Word 的批注，标在各条上；版面不变，已处理的不带</source>
        <translation>Become Word comments on their clauses; the layout stays, resolved ones are left out</translation>
    </message>
    <message>
        <source>仍然导出</source>
        <translation>Export anyway</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>写成文件，然后量它的版面</source>
        <translation>Writes the file, then measures its layout</translation>
    </message>
    <message>
        <source>文件名(&amp;N)</source>
        <translation>File &amp;name</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>格式(&amp;T)</source>
        <translation>Forma&amp;t</translation>
    </message>
    <message>
        <source>版式(&amp;P)</source>
        <translation>&amp;Page format</translation>
    </message>
    <message>
        <source>换个文件夹…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>选择导出到哪里</source>
        <translation>Choose where to export to</translation>
    </message>
    <message>
        <source>不导出（Esc）</source>
        <translation>Do not export (Esc)</translation>
    </message>
    <message>
        <source>导出到哪里</source>
        <translation>Export to</translation>
    </message>
    <message>
        <source>这种格式只有文字，没有版面。</source>
        <translation>This format has text only and no layout.</translation>
    </message>
    <message>
        <source>同名的文件已经有了，导出后替换它。</source>
        <translation>A file of this name exists; exporting replaces it.</translation>
    </message>
    <message>
        <source>写上文件名才能导出。</source>
        <translation>Give a file name to export.</translation>
    </message>
    <message>
        <source>文件名里不能有 {marks}。</source>
        <translation>A file name cannot contain {marks}.</translation>
    </message>
    <message>
        <source>当前文稿</source>
        <translation>Current draft</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>{count} 项不符合</source>
        <translation>{count} does not conform|{count} do not conform</translation>
    </message>
    <message>
        <source>符合 GB/T 9704-2012</source>
        <translation>Conforms to GB/T 9704-2012</translation>
    </message>
    <message>
        <source>量过“{name}”：{outcome}</source>
        <translation>&quot;{name}&quot; measured: {outcome}</translation>
    </message>
    <message>
        <source>看导出报告</source>
        <translation>Show report</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Page format</translation>
    </message>
    <message>
        <source>套打：红头已经印好</source>
        <translation>Pre-printed sheets: the red head is there</translation>
    </message>
    <message>
        <source>空出发文机关标志和红线的位置，其余各要素的位置不变</source>
        <translation>Leaves the name of the organ and the red line out; all else stays in place</translation>
    </message>
    <message>
        <source>版记置于偶数面</source>
        <translation>Imprint on an even page</translation>
    </message>
    <message>
        <source>双面印刷的惯例；国标没有直接写</source>
        <translation>Practice in double-sided printing; the standard does not say so</translation>
    </message>
    <message>
        <source>这个版式与国标版式的不同：</source>
        <translation>How this format differs from the standard&apos;s:</translation>
    </message>
    <message>
        <source>{said}导出的 Word 文件仍写原字体名，PDF 用代替的字体。</source>
        <translation>{said} Word files still name the original fonts; a PDF has the substitutes.</translation>
    </message>
    <message>
        <source>程序出了问题，出错记录已经写下。文稿还在窗口里，建议先保存。</source>
        <translation>Something went wrong; it is in the error log. The draft is still in the window; better save it.</translation>
    </message>
    <message>
        <source>查找和替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>在文稿里查找</source>
        <translation>Find in the draft</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>替换为，空着就是删去</source>
        <translation>Replace with; empty deletes</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>查找范围</source>
        <translation>Find in</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>本条</source>
        <translation>This clause</translation>
    </message>
    <message>
        <source>本条：只在光标所在的条款里</source>
        <translation>This clause: only in the clause with the caret</translation>
    </message>
    <message>
        <source>通配符</source>
        <translation>Wildcards</translation>
    </message>
    <message>
        <source>? 代表一个字，* 代表一段里的任意几个字；要找这两个符号本身，前面加 \</source>
        <translation>? stands for a character, * for any characters of a paragraph; put \ before them to find the marks themselves</translation>
    </message>
    <message>
        <source>区分全半角</source>
        <translation>Match width</translation>
    </message>
    <message>
        <source>把“，”和“,”、“１”和“1”当作不同的字</source>
        <translation>Tells &quot;，&quot; from &quot;,&quot; and &quot;１&quot; from &quot;1&quot;</translation>
    </message>
    <message>
        <source>本条没有</source>
        <translation>Not in this clause</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>关闭查找</source>
        <translation>Close find</translation>
    </message>
    <message>
        <source>关闭查找（Esc）</source>
        <translation>Close find (Esc)</translation>
    </message>
    <message>
        <source>替换这一处，再到下一处（Enter）</source>
        <translation>Replace this one and go to the next (Enter)</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>一次替换找到的每一处，可以一次撤销</source>
        <translation>Replaces all that was found; undone in one step</translation>
    </message>
    <message>
        <source>已替换 {count} 处，Ctrl+Z 撤销</source>
        <translation>{count} replaced, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>（粗体）</source>
        <translation> (bold)</translation>
    </message>
    <message>
        <source>系统字体</source>
        <translation>the system&apos;s font</translation>
    </message>
    <message>
        <source>没有{names}，以 {family} 代替</source>
        <translation>{family} stands in for {names}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>本机{said}。</source>
        <translation>On this machine {said}.</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>版式预览</source>
        <translation>Page preview</translation>
    </message>
    <message>
        <source>大纲和条款库</source>
        <translation>Outline and clause library</translation>
    </message>
    <message>
        <source>条款库</source>
        <translation>Clause library</translation>
    </message>
    <message>
        <source>文稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>关于成文</source>
        <translation>About Chengwen</translation>
    </message>
    <message>
        <source>成文 {version}</source>
        <translation>Chengwen {version}</translation>
    </message>
    <message>
        <source>检索先例、起草条文、导出公文，都在这台电脑上完成，不联网。</source>
        <translation>Find precedents, draft and export on this computer, without a network.</translation>
    </message>
    <message>
        <source>成文按 Apache-2.0 许可发布。它用到下面这些开源软件：</source>
        <translation>Chengwen is released under Apache-2.0. It is built on this open-source software:</translation>
    </message>
    <message>
        <source>使用手册的正文</source>
        <translation>Text of the guide</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>上一步（←）</source>
        <translation>Back (←)</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一步（→）</source>
        <translation>Next (→)</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>结束（Esc）</source>
        <translation>End (Esc)</translation>
    </message>
    <message>
        <source>{title}，{at} / {count}</source>
        <translation>{title}, {at} of {count}</translation>
    </message>
    <message>
        <source>出错记录</source>
        <translation>Error log</translation>
    </message>
    <message>
        <source>最近的在最下面。里面没有文稿的内容，只有程序出错的地方。</source>
        <translation>The latest is at the bottom. It holds nothing of your drafts, only where the program failed.</translation>
    </message>
    <message>
        <source>还没有出错记录。</source>
        <translation>No errors logged yet.</translation>
    </message>
    <message>
        <source>复制出错记录</source>
        <translation>Copy error log</translation>
    </message>
    <message>
        <source>复制全部，可以发给维护的人</source>
        <translation>Copies all of it, to send to those who maintain the program</translation>
    </message>
    <message>
        <source>打开所在的文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>文稿的每一条都在这里，编号自动排。点一条，光标就到那一条；右边的字是这一条取自哪个城市。</source>
        <translation>Every clause of the draft is here and is numbered by itself. Click one to go there; the character at the right says from which city it was taken.</translation>
    </message>
    <message>
        <source>直接写。Enter 新起一条，Tab 降一级，Shift+Tab 升一级，Alt+↑↓ 上移下移。写错了按 Ctrl+Z，都能撤销。</source>
        <translation>Just write. Enter begins a new clause, Tab goes one level down, Shift+Tab one up, Alt+↑↓ moves it. Ctrl+Z undoes everything.</translation>
    </message>
    <message>
        <source>检索先例</source>
        <translation>Find precedents</translation>
    </message>
    <message>
        <source>输入几个词，比如“质押融资”，马上列出各地怎么写。选中一条看全文，按 Ctrl+Enter 插入到光标所在条款之后。</source>
        <translation>Type a few words, such as 质押融资, and see at once how other cities write it. Choose a clause to read it; Ctrl+Enter inserts it after the current one.</translation>
    </message>
    <message>
        <source>写的时候随时检查：引用的条款在不在，数字前后是否一致，有没有责任单位。点一条就到那个地方。</source>
        <translation>The draft is checked while you write: whether clauses referred to exist, figures agree, responsible organs are named. Click a finding to go there.</translation>
    </message>
    <message>
        <source>写好以后导出 Word 文件或 PDF，版式按 GB/T 9704-2012。需要时随时按 F1 看手册，按 Ctrl+K 找命令。</source>
        <translation>When it is written, export a Word file or PDF in the format of GB/T 9704-2012. F1 opens the guide, Ctrl+K finds commands, at any time.</translation>
    </message>
    <message>
        <source>使用手册 — 成文</source>
        <translation>Guide — Chengwen</translation>
    </message>
    <message>
        <source>手册里没有这些词。</source>
        <translation>These words are not in the guide.</translation>
    </message>
    <message>
        <source>后退（Alt+←）</source>
        <translation>Back (Alt+←)</translation>
    </message>
    <message>
        <source>前进（Alt+→）</source>
        <translation>Forward (Alt+→)</translation>
    </message>
    <message>
        <source>在手册里查找</source>
        <translation>Find in the guide</translation>
    </message>
    <message>
        <source>在手册里查找（Ctrl+F）</source>
        <translation>Find in the guide (Ctrl+F)</translation>
    </message>
    <message>
        <source>手册的目录</source>
        <translation>Contents of the guide</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>有疑问</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>没有收入</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>{counts}。</source>
        <translation>{counts}.</translation>
    </message>
    <message>
        <source>{word} {count:,} 件</source>
        <translation>{word}: {count:,}</translation>
    </message>
    <message>
        <source>条款库里已有同一件，正文不同。双击核对，可以换成新读的。</source>
        <translation>The library has this document with another text. Double-click to review it; you can replace the old one.</translation>
    </message>
    <message>
        <source>（共 {count} 处要看）</source>
        <translation> ({count} places to look at)</translation>
    </message>
    <message>
        <source>读入文件夹</source>
        <translation>Import folder</translation>
    </message>
    <message>
        <source>剪贴板里没有文字</source>
        <translation>There is no text on the clipboard</translation>
    </message>
    <message>
        <source>正在读入剪贴板里的文字…</source>
        <translation>Importing the text of the clipboard…</translation>
    </message>
    <message>
        <source>正在读入…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>正在读入原文件…</source>
        <translation>Importing the original file…</translation>
    </message>
    <message>
        <source>正在读入别的文件，读完再来</source>
        <translation>Other files are being imported; try again afterwards</translation>
    </message>
    <message>
        <source>已停止，没有读入</source>
        <translation>Stopped, nothing imported</translation>
    </message>
    <message>
        <source>没有可以读入的文件</source>
        <translation>There are no files that can be imported</translation>
    </message>
    <message>
        <source>正在读入 0 件，共 {count:,} 件。</source>
        <translation>Importing 0 of {count:,} files.</translation>
    </message>
    <message>
        <source>正在读入 {done:,} 件，共 {total:,} 件。</source>
        <translation>Importing {done:,} of {total:,} files.</translation>
    </message>
    <message>
        <source>正在读入“{name}”…</source>
        <translation>Importing &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>已收入条款库 {count} 件</source>
        <translation>{count} document taken into the library|{count} documents taken into the library</translation>
    </message>
    <message>
        <source>核对读入结果</source>
        <translation>Review the import</translation>
    </message>
    <message>
        <source>已收入条款库</source>
        <translation>Taken into the library</translation>
    </message>
    <message>
        <source>没有收入条款库</source>
        <translation>Not taken into the library</translation>
    </message>
    <message>
        <source>有一栏还不对，改好再收入</source>
        <translation>One field is still wrong; mend it first</translation>
    </message>
    <message>
        <source>正在收入…</source>
        <translation>Taking it into the library…</translation>
    </message>
    <message>
        <source>已跳过，用 ‹ 可以回去</source>
        <translation>Skipped; ‹ goes back to it</translation>
    </message>
    <message>
        <source>第 {at} 件，共 {count} 件</source>
        <translation>{at} of {count}</translation>
    </message>
    <message>
        <source>上一件（Ctrl+PgUp）</source>
        <translation>Previous file (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>下一件（Ctrl+PgDn）</source>
        <translation>Next file (Ctrl+PgDn)</translation>
    </message>
    <message>
        <source>同时保存原文件</source>
        <translation>Keep the original file too</translation>
    </message>
    <message>
        <source>原文件留在条款库里，日后可以对照</source>
        <translation>Keeps the original in the library, to look it up later</translation>
    </message>
    <message>
        <source>跳过这件</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>这件先不收入，看下一件</source>
        <translation>Do not take this one; go to the next</translation>
    </message>
    <message>
        <source>取消读入</source>
        <translation>Cancel import</translation>
    </message>
    <message>
        <source>关闭；已经收入的留在条款库里（Esc）</source>
        <translation>Close; what has been taken stays in the library (Esc)</translation>
    </message>
    <message>
        <source>收入条款库</source>
        <translation>Take into library</translation>
    </message>
    <message>
        <source>照现在这样收入条款库（Ctrl+Enter）</source>
        <translation>Take it into the library as it is now (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>读入 {what}；</source>
        <translation>Read {what}; </translation>
    </message>
    <message>
        <source>略去 {count} 行。</source>
        <translation>{count} line left out. |{count} lines left out. </translation>
    </message>
    <message>
        <source>没有略去。</source>
        <translation>nothing left out. </translation>
    </message>
    <message>
        <source>原文 {source:,} 字 = 收入 {kept:,} + 略去 {dropped:,}</source>
        <translation>Source {source:,} characters = taken {kept:,} + left out {dropped:,}</translation>
    </message>
    <message>
        <source>{read}{sums}，没有丢字。</source>
        <translation>{read}{sums}; no characters lost.</translation>
    </message>
    <message>
        <source>少了 {count:,} 字</source>
        <translation>{count:,} character missing|{count:,} characters missing</translation>
    </message>
    <message>
        <source>多出 {count:,} 字</source>
        <translation>{count:,} character too many|{count:,} characters too many</translation>
    </message>
    <message>
        <source>{read}原文 {source:,} 字，收入 {kept:,}，略去 {dropped:,}，{wrong}，不能收入。</source>
        <translation>{read}Source {source:,} characters, taken {kept:,}, left out {dropped:,}; {wrong}, so it cannot be taken.</translation>
    </message>
    <message>
        <source>不补编号</source>
        <translation>Do not restore number</translation>
    </message>
    <message>
        <source>标题分在 {count} 行，已连成一个标题</source>
        <translation>The title stood on {count} lines and has been joined</translation>
    </message>
    <message>
        <source>标题后面的“{extra}”没有收入</source>
        <translation>&quot;{extra}&quot; after the title has been left out</translation>
    </message>
    <message>
        <source>{words}。</source>
        <translation>{words}.</translation>
    </message>
    <message>
        <source>{day}是网页发布时间，没有当作成文日期。</source>
        <translation>{day} is when the web page was published, and was not taken as the issue date.</translation>
    </message>
    <message>
        <source>填为成文日期</source>
        <translation>Take as issue date</translation>
    </message>
    <message>
        <source>填为发文机关</source>
        <translation>Take as issuer</translation>
    </message>
    <message>
        <source>措施文件</source>
        <translation>document</translation>
    </message>
    <message>
        <source>{count} 个部分 </source>
        <translation>{count} part, |{count} parts, </translation>
    </message>
    <message>
        <source>{count} 件{name}，{parts}{clauses} 条</source>
        <translation>{count} × {name}, {parts}{clauses} clauses</translation>
    </message>
    <message>
        <source>要看一眼的</source>
        <translation>Worth a look</translation>
    </message>
    <message>
        <source>第 88、88 行</source>
        <translation>Lines 88, 88</translation>
    </message>
    <message>
        <source>第 {lines} 行</source>
        <translation>Line {lines}</translation>
    </message>
    <message>
        <source>，Alt+Enter {deed}</source>
        <translation>, Alt+Enter {deed}</translation>
    </message>
    <message>
        <source>{severity}，{place}，{words}{deed}</source>
        <translation>{severity}, {place}, {words}{deed}</translation>
    </message>
    <message>
        <source>原文没有</source>
        <translation>Not in the source</translation>
    </message>
    <message>
        <source>没有这个地区，写成 鄂州市、广西壮族自治区 的样子</source>
        <translation>No such region; write it like 鄂州市 or 广西壮族自治区</translation>
    </message>
    <message>
        <source>发文字号写成 鄂州市监〔2024〕35号 的样子</source>
        <translation>Write the document number like 鄂州市监〔2024〕35号</translation>
    </message>
    <message>
        <source>成文日期还没有到</source>
        <translation>The issue date has not come yet</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>省、市或县的名称，如 鄂州市</source>
        <translation>Name of a province, city or county, such as 鄂州市</translation>
    </message>
    <message>
        <source>几个机关用顿号隔开</source>
        <translation>Several organs separated by 、</translation>
    </message>
    <message>
        <source>如 鄂州市监〔2024〕35号</source>
        <translation>Such as 鄂州市监〔2024〕35号</translation>
    </message>
    <message>
        <source>如 2024年8月9日</source>
        <translation>Such as 2024年8月9日</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>没有人核实过的，就是未核实</source>
        <translation>Unverified until somebody has verified it</translation>
    </message>
    <message>
        <source>正文也一样</source>
        <translation>with the same text</translation>
    </message>
    <message>
        <source>正文不同</source>
        <translation>with another text</translation>
    </message>
    <message>
        <source>条款库里已有“{name}”，{differs}。换成新读的，原来的留作更早的版本。</source>
        <translation>The library has &quot;{name}&quot; already, {differs}. The old one stays as an earlier version if you replace it.</translation>
    </message>
    <message>
        <source>换成新读的</source>
        <translation>Replace it</translation>
    </message>
    <message>
        <source>条款库里已有正文相同的“{name}”。再收入一次，就有两件一样的。</source>
        <translation>The library has &quot;{name}&quot; with the same text. If you take it again, there are two alike.</translation>
    </message>
    <message>
        <source>仍然收入</source>
        <translation>Take it anyway</translation>
    </message>
    <message>
        <source>与库里的“{name}”相同 {share:.0%}，可能是它的另一版。</source>
        <translation>{share:.0%} the same as &quot;{name}&quot; in the library; perhaps another version of it.</translation>
    </message>
    <message>
        <source>这样改，读出来的还是一样，没有改动。</source>
        <translation>Read that way it comes out the same; nothing changed.</translation>
    </message>
    <message>
        <source>这一行已经略去，要先恢复。</source>
        <translation>This line has been left out; restore it first.</translation>
    </message>
    <message>
        <source>已经是最高一级。</source>
        <translation>It is on the highest level already.</translation>
    </message>
    <message>
        <source>已经是最低一级。</source>
        <translation>It is on the lowest level already.</translation>
    </message>
    <message>
        <source>先把光标放到要分开的两个字中间，再分成两条。</source>
        <translation>Put the caret between the two characters where it is to be split, then split.</translation>
    </message>
    <message>
        <source>这里已经是一条的开头。</source>
        <translation>A clause begins here already.</translation>
    </message>
    <message>
        <source>分成两条</source>
        <translation>Split in two</translation>
    </message>
    <message>
        <source>前面没有可以并入的一条。</source>
        <translation>There is no clause before it to join.</translation>
    </message>
    <message>
        <source>前面一行已经略去，要先恢复它才能并入。</source>
        <translation>The line before has been left out; restore it to join.</translation>
    </message>
    <message>
        <source>并入上条</source>
        <translation>Join to previous</translation>
    </message>
    <message>
        <source>这一行已经略去。</source>
        <translation>This line has been left out already.</translation>
    </message>
    <message>
        <source>标为无关</source>
        <translation>Mark irrelevant</translation>
    </message>
    <message>
        <source>这一行没有略去。</source>
        <translation>This line has not been left out.</translation>
    </message>
    <message>
        <source>恢复此行</source>
        <translation>Restore line</translation>
    </message>
    <message>
        <source>这一行是{reason}，它的话文件里已经有了，不用恢复。</source>
        <translation>This line is {reason}; the document has its words already, so it need not be restored.</translation>
    </message>
    <message>
        <source>读入的结果</source>
        <translation>Outcome of the import</translation>
    </message>
    <message>
        <source>停下了，{total:,} 件里读了 {count:,} 件。</source>
        <translation>Stopped; {count:,} of {total:,} files were read. </translation>
    </message>
    <message>
        <source>核对这件</source>
        <translation>Review this file</translation>
    </message>
    <message>
        <source>打开这件，核对读入结果（Enter）</source>
        <translation>Open this file and review how it was read (Enter)</translation>
    </message>
    <message>
        <source>读入的文件</source>
        <translation>Files imported</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停下，已经读入的留着</source>
        <translation>Stop; what has been imported stays</translation>
    </message>
    <message>
        <source>正在停下…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>可以读入的文件 ({suffixes});;所有文件 (*)</source>
        <translation>Files that can be imported ({suffixes});;All files (*)</translation>
    </message>
    <message>
        <source>不收入</source>
        <translation>Do not take</translation>
    </message>
    <message>
        <source>有 {count} 件改动过，还没有收入条款库。</source>
        <translation>{count} file was corrected and not taken into the library.|{count} files were corrected and not taken into the library.</translation>
    </message>
    <message>
        <source>现在关闭，这些改动就没有了。</source>
        <translation>If you close now, these changes are lost.</translation>
    </message>
    <message>
        <source>关闭，不收入</source>
        <translation>Close without taking</translation>
    </message>
    <message>
        <source>继续核对</source>
        <translation>Go on reviewing</translation>
    </message>
    <message>
        <source>正在监视“{folder}”。</source>
        <translation>&quot;{folder}&quot; is being watched.</translation>
    </message>
    <message>
        <source>放进去的新文件会提示读入。</source>
        <translation>New files in it are offered for import.</translation>
    </message>
    <message>
        <source>不再监视</source>
        <translation>Stop watching</translation>
    </message>
    <message>
        <source>换一个文件夹</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <source>没有要看一眼的地方</source>
        <translation>Nothing that needs a look</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>没有可以{word}的改动</source>
        <translation>Nothing to {word}</translation>
    </message>
    <message>
        <source>已{word}：{deed}</source>
        <translation>{word}: {deed}</translation>
    </message>
    <message>
        <source>要看一眼的 {count} 处</source>
        <translation>Worth a look: {count}</translation>
    </message>
    <message>
        <source>已{deed}，Ctrl+Z 撤销</source>
        <translation>{deed}: done, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>填写{label}</source>
        <translation>Fill in {label}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>删除线：没有收入的行</source>
        <translation>Struck: lines left out</translation>
    </message>
    <message>
        <source>略去此行</source>
        <translation>Leave out line</translation>
    </message>
    <message>
        <source>读成</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>F8 下一处&#x3000;Shift+F8 上一处&#x3000;Alt+Enter 照办</source>
        <translation>F8 next&#x3000;Shift+F8 previous&#x3000;Alt+Enter accept</translation>
    </message>
    <message>
        <source>剪贴板里的文字</source>
        <translation>Text of the clipboard</translation>
    </message>
    <message>
        <source>并入上行</source>
        <translation>Join to line above</translation>
    </message>
    <message>
        <source>补的编号</source>
        <translation>Number restored</translation>
    </message>
    <message>
        <source>{part}：{words}</source>
        <translation>{part}: {words}</translation>
    </message>
    <message>
        <source>不再监视文件夹</source>
        <translation>The folder is no longer watched</translation>
    </message>
    <message>
        <source>监视文件夹</source>
        <translation>Watch a folder</translation>
    </message>
    <message>
        <source>正在监视“{name}”，放进去的新文件会提示读入</source>
        <translation>&quot;{name}&quot; is being watched; new files in it are offered for import</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>监视的文件夹里有 {count} 个新文件。</source>
        <translation>{count} new file in the watched folder.|{count} new files in the watched folder.</translation>
    </message>
    <message>
        <source>把光标放进要替换的一条里，再替换</source>
        <translation>Put the caret into the clause to be replaced first</translation>
    </message>
    <message>
        <source>替换{number}</source>
        <translation>Replace {number}</translation>
    </message>
    <message>
        <source>已替换{number}，{key} 撤销</source>
        <translation>{number} replaced, {key} to undo</translation>
    </message>
    <message>
        <source>取一处差异</source>
        <translation>Take a difference</translation>
    </message>
    <message>
        <source>已取这一处差异，{key} 撤销</source>
        <translation>Difference taken, {key} to undo</translation>
    </message>
    <message>
        <source>没有待填的内容</source>
        <translation>There are no blanks to fill in</translation>
    </message>
    <message>
        <source>插入“{name}”</source>
        <translation>Insert &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>已插入为{number}，{key} 撤销</source>
        <translation>Inserted as {number}, {key} to undo</translation>
    </message>
    <message>
        <source>已插入，{key} 撤销</source>
        <translation>Inserted, {key} to undo</translation>
    </message>
    <message>
        <source>程序出了问题</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>当天第一次保存前</source>
        <translation>Before the first save of the day</translation>
    </message>
    <message>
        <source>别的程序改过的</source>
        <translation>As another program had changed it</translation>
    </message>
    <message>
        <source>另存为覆盖前</source>
        <translation>Before &quot;Save as&quot; replaced it</translation>
    </message>
    <message>
        <source>重新打开前窗口里的</source>
        <translation>From the window, before reloading</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>看差别</source>
        <translation>Show differences</translation>
    </message>
    <message>
        <source>和窗口里的文稿比</source>
        <translation>Compare with the draft in the window</translation>
    </message>
    <message>
        <source>打开副本</source>
        <translation>Open copy</translation>
    </message>
    <message>
        <source>打开成一份新的文稿，原来的文件不动（Enter）</source>
        <translation>Open as a new draft; the file itself stays (Enter)</translation>
    </message>
    <message>
        <source>删除备份</source>
        <translation>Delete backup</translation>
    </message>
    <message>
        <source>删去没有正常关闭时留下的这份备份</source>
        <translation>Delete this backup of a session that was not closed properly</translation>
    </message>
    <message>
        <source>没有正常关闭时的“{name}”</source>
        <translation>&quot;{name}&quot; when it was not closed properly</translation>
    </message>
    <message>
        <source>每天第一次保存前，原来的文件会留一份，最多留 {days} 天的。</source>
        <translation>Before the first save of a day the old file is kept, for at most {days} days.</translation>
    </message>
    <message>
        <source>还没有备份。</source>
        <translation>No backups yet. </translation>
    </message>
    <message>
        <source>“{name}”的备份。</source>
        <translation>Backups of &quot;{name}&quot;. </translation>
    </message>
    <message>
        <source>没有正常关闭时留下的备份。</source>
        <translation>Backups of sessions that were not closed properly. </translation>
    </message>
    <message>
        <source>只读打开。改动不能写进这个文件，可以另存。</source>
        <translation>Opened read-only. Changes cannot be written to this file; save them elsewhere.</translation>
    </message>
    <message>
        <source>程序上次意外中断，出错记录已经留下。</source>
        <translation>The program broke off last time; it is in the error log.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>这个文件刚被别的程序改过。</source>
        <translation>Another program has just changed this file.</translation>
    </message>
    <message>
        <source>这个文件被移走或删除了，内容还在窗口里。</source>
        <translation>This file has been moved or deleted; its contents are still in the window.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>已重新打开，窗口里原来的那份在 文件 → 备份 里</source>
        <translation>Reloaded; what was in the window is in File → Backups</translation>
    </message>
    <message>
        <source>没能转到那个窗口</source>
        <translation>Could not go to that window</translation>
    </message>
    <message>
        <source>这份文稿正在另一个窗口编辑。</source>
        <translation>This draft is being edited in another window.</translation>
    </message>
    <message>
        <source>转到那个窗口</source>
        <translation>Go to that window</translation>
    </message>
    <message>
        <source>只读打开</source>
        <translation>Open read-only</translation>
    </message>
    <message>
        <source>这份文稿正在另一台电脑（{host}）上编辑。</source>
        <translation>This draft is being edited on another computer ({host}).</translation>
    </message>
    <message>
        <source>仍要编辑</source>
        <translation>Edit anyway</translation>
    </message>
    <message>
        <source>没能写下备份：{why}。改动只在窗口里，尽快保存。</source>
        <translation>The backup could not be written: {why}. The changes are in the window alone; save soon.</translation>
    </message>
    <message>
        <source>重新启动</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>程序出了问题，出错记录已经写下。</source>
        <translation>Something went wrong; it is in the error log.</translation>
    </message>
    <message>
        <source>程序出了问题，备份也没能写下。先把文稿另存一份。</source>
        <translation>Something went wrong, and no backup could be written. Save the draft elsewhere first.</translation>
    </message>
    <message>
        <source>程序出了问题，文稿已经保存到备份。</source>
        <translation>Something went wrong; the draft has been saved to the backup.</translation>
    </message>
    <message>
        <source>程序出了问题，文稿的改动都已经保存。</source>
        <translation>Something went wrong; all changes of the draft are saved.</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>已复制出错记录</source>
        <translation>Error log copied</translation>
    </message>
    <message>
        <source>上次没有正常关闭，找到 {when} 的备份</source>
        <translation>The last session was not closed properly; there is a backup of {when}</translation>
    </message>
    <message>
        <source>上次没有正常关闭，找到“{name}” {when} 的备份</source>
        <translation>The last session was not closed properly; there is a backup of &quot;{name}&quot; of {when}</translation>
    </message>
    <message>
        <source>，比文件多 {count} 条改动。</source>
        <translation>, with {count} change more than the file.|, with {count} changes more than the file.</translation>
    </message>
    <message>
        <source>，原来的文件读不到了。</source>
        <translation>; the file itself cannot be read any more.</translation>
    </message>
    <message>
        <source>，它还没有保存过。</source>
        <translation>; it was never saved.</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>恢复备份</source>
        <translation>Restore backup</translation>
    </message>
    <message>
        <source>已删除这份备份</source>
        <translation>Backup deleted</translation>
    </message>
    <message>
        <source>已恢复 {when} 的备份，还没有保存</source>
        <translation>Backup of {when} restored, not saved yet</translation>
    </message>
    <message>
        <source>文件名是 {name}</source>
        <translation>The file&apos;s name is {name}</translation>
    </message>
    <message>
        <source>状态已改回</source>
        <translation>Status changed back</translation>
    </message>
    <message>
        <source>“{name}”的状态已改为{status}</source>
        <translation>The status of &quot;{name}&quot; is now {status}</translation>
    </message>
    <message>
        <source>“{name}”读入时没有留下原文件，没有可以更正的</source>
        <translation>&quot;{name}&quot; was imported without its original; there is nothing to correct</translation>
    </message>
    <message>
        <source>已放回“{name}”</source>
        <translation>&quot;{name}&quot; put back</translation>
    </message>
    <message>
        <source>已从条款库删除“{name}”</source>
        <translation>&quot;{name}&quot; deleted from the library</translation>
    </message>
    <message>
        <source>放回</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>附带的文件已放回条款库</source>
        <translation>The documents that ship are back in the library</translation>
    </message>
    <message>
        <source>从条款库删除</source>
        <translation>Delete from library</translation>
    </message>
    <message>
        <source>从条款库删除“{name}”，{count} 条。</source>
        <translation>Delete &quot;{name}&quot; from the library, {count} clause?|Delete &quot;{name}&quot; from the library, {count} clauses?</translation>
    </message>
    <message>
        <source>检索和对照不再用到它。已经插进文稿的条款不变，以后也能放回。</source>
        <translation>Search and comparison no longer use it. Clauses already in drafts stay; you can put it back later.</translation>
    </message>
    <message>
        <source>删除(&amp;D)</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>地区不详</source>
        <translation>Region unknown</translation>
    </message>
    <message>
        <source>类型不详</source>
        <translation>Kind unknown</translation>
    </message>
    <message>
        <source>再列一些，还有 {count} 件</source>
        <translation>Show more; {count} left</translation>
    </message>
    <message>
        <source>原文没有标题，{name}</source>
        <translation>No title in the source, {name}</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count} document|{count} documents</translation>
    </message>
    <message>
        <source>{name}，{note}</source>
        <translation>{name}, {note}</translation>
    </message>
    <message>
        <source>件数多的时候，在上面写题目里的字更快</source>
        <translation>With so many, typing words of the title above is quicker</translation>
    </message>
    <message>
        <source>{count} 件，共 {total} 件</source>
        <translation>{count} of {total} documents</translation>
    </message>
    <message>
        <source>{count} 件，{clauses} 条</source>
        <translation>{count} document, {clauses} clauses|{count} documents, {clauses} clauses</translation>
    </message>
    <message>
        <source>打开原文(&amp;O)</source>
        <translation>&amp;Open the text</translation>
    </message>
    <message>
        <source>打开所在文件夹(&amp;F)</source>
        <translation>Open &amp;folder</translation>
    </message>
    <message>
        <source>状态(&amp;S)</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>更正读入结果(&amp;C)…</source>
        <translation>&amp;Correct the import…</translation>
    </message>
    <message>
        <source>从条款库删除(&amp;D)…</source>
        <translation>&amp;Delete from library…</translation>
    </message>
    <message>
        <source>题目、文号、地区</source>
        <translation>Title, number, region</translation>
    </message>
    <message>
        <source>筛选条款库里的文件</source>
        <translation>Filter the documents of the library</translation>
    </message>
    <message>
        <source>只列题目、文号、地区或类型里有这些词的文件</source>
        <translation>Lists only documents with these words in title, number, region or kind</translation>
    </message>
    <message>
        <source>按{name}分组</source>
        <translation>Group by {name}</translation>
    </message>
    <message>
        <source>把文件读入条款库（Ctrl+I）</source>
        <translation>Import files into the library (Ctrl+I)</translation>
    </message>
    <message>
        <source>正在打开条款库</source>
        <translation>Opening the library</translation>
    </message>
    <message>
        <source>条款库是空的。</source>
        <translation>The library is empty.</translation>
    </message>
    <message>
        <source>读入几件先例文件，就能检索、对照和插入。</source>
        <translation>Import a few precedents to search, compare and insert.</translation>
    </message>
    <message>
        <source>恢复附带的 5 件</source>
        <translation>Restore the 5 that ship</translation>
    </message>
    <message>
        <source>把程序附带的五件文件放回条款库</source>
        <translation>Puts the five documents that come with the program back into the library</translation>
    </message>
    <message>
        <source>条款库 {count:,} 条</source>
        <translation>Library: {count:,} clause|Library: {count:,} clauses</translation>
    </message>
    <message>
        <source>，{count} 个文件读不了</source>
        <translation>, {count} file cannot be read|, {count} files cannot be read</translation>
    </message>
    <message>
        <source>{count} 面</source>
        <translation>{count} side|{count} sides</translation>
    </message>
    <message>
        <source>{name}[*] — 成文</source>
        <translation>{name}[*] — Chengwen</translation>
    </message>
    <message>
        <source>未打开文稿 — 成文</source>
        <translation>No draft — Chengwen</translation>
    </message>
    <message>
        <source>{severity}：{words}</source>
        <translation>{severity}: {words}</translation>
    </message>
    <message>
        <source>自己撰写，没有取自先例</source>
        <translation>Own text, not taken from a precedent</translation>
    </message>
    <message>
        <source>改写自</source>
        <translation>Reworded from</translation>
    </message>
    <message>
        <source>{day}取用</source>
        <translation>taken on {day}</translation>
    </message>
    <message>
        <source>在全部先例中</source>
        <translation>In all precedents</translation>
    </message>
    <message>
        <source>在条款库里检索“{query}”</source>
        <translation>Search the library for &quot;{query}&quot;</translation>
    </message>
    <message>
        <source>要先打开文稿</source>
        <translation>Open a draft first</translation>
    </message>
    <message>
        <source>这时没有可做的</source>
        <translation>Nothing to do at the moment</translation>
    </message>
    <message>
        <source>最近用过</source>
        <translation>Used of late</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>命令、条款、设置</source>
        <translation>Commands, clauses</translation>
    </message>
    <message>
        <source>输入几个字、拼音首字母或条款的编号</source>
        <translation>Type a few letters, pinyin initials or a clause&apos;s number</translation>
    </message>
    <message>
        <source>没有这样的命令、条款或设置。</source>
        <translation>No such command, clause or setting.</translation>
    </message>
    <message>
        <source>找到的命令、条款和设置</source>
        <translation>Commands, clauses and settings found</translation>
    </message>
    <message>
        <source>可用拼音首字母：dz</source>
        <translation>Pinyin initials work too, such as dz</translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;Enter 执行&#x3000;Esc 关闭</source>
        <translation>↑↓ choose&#x3000;Enter do&#x3000;Esc close</translation>
    </message>
    <message>
        <source>输入 &gt; 只看命令，输入 # 只看条款</source>
        <translation>&gt; for commands only, # for clauses only</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese (中文)</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>本单位的数据</source>
        <translation>Data of your office</translation>
    </message>
    <message>
        <source>自有版式</source>
        <translation>Own page formats</translation>
    </message>
    <message>
        <source>检索目录（可以随时删）</source>
        <translation>Search index (can be deleted at any time)</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>选一个文件夹…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>放进监视文件夹的新文件会提示读入</source>
        <translation>New files in the watched folder are offered for import</translation>
    </message>
    <message>
        <source>没有监视文件夹</source>
        <translation>No folder is watched</translation>
    </message>
    <message>
        <source>换一个，或不再监视…</source>
        <translation>Another, or stop watching…</translation>
    </message>
    <message>
        <source>界面语言&#x3000;Language</source>
        <translation>Language&#x3000;界面语言</translation>
    </message>
    <message>
        <source>外观改回跟随系统。</source>
        <translation>The appearance follows the system again. </translation>
    </message>
    <message>
        <source>界面语言改回中文。</source>
        <translation>The language is Chinese again.</translation>
    </message>
    <message>
        <source>外观改为{name}</source>
        <translation>Appearance: {name}</translation>
    </message>
    <message>
        <source>界面语言改为{name}</source>
        <translation>Language: {name}</translation>
    </message>
    <message>
        <source>每天第一次保存前，原来的文件留一份，最多留 {days} 天的。</source>
        <translation>Before the first save of a day the old file is kept, for at most {days} days. </translation>
    </message>
    <message>
        <source>现在有 {files} 个文件的 {backups} 份备份。</source>
        <translation>There are {backups} backups of {files} files now.</translation>
    </message>
    <message>
        <source>没能数清备份。</source>
        <translation>The backups could not be counted.</translation>
    </message>
    <message>
        <source>字号跟随系统，系统里改了，这里一起变</source>
        <translation>Letters are as large as in the system</translation>
    </message>
    <message>
        <source>下次打开程序时换。使用手册、检查的说明和模板的提示只有中文</source>
        <translation>From the next start on. The guide, what rules say and the help of templates are in Chinese only</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开“{name}”</source>
        <translation>Open &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>一级标题</source>
        <translation>First-level headings</translation>
    </message>
    <message>
        <source>二级标题</source>
        <translation>Second-level headings</translation>
    </message>
    <message>
        <source>发文机关标志</source>
        <translation>Name of the issuing organ</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page numbers</translation>
    </message>
    <message>
        <source>印刷字体</source>
        <translation>Print fonts</translation>
    </message>
    <message>
        <source>再看一遍</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>装了字体以后再看一遍</source>
        <translation>Looks again after fonts were installed</translation>
    </message>
    <message>
        <source>缺的字体程序不附带，也不下载：Windows 和 WPS、Word 一般带有仿宋、楷体、黑体、宋体；小标宋等要从字库厂商取得授权。装到系统里以后，点“再看一遍”。</source>
        <translation>The program neither ships nor downloads missing fonts. Windows, WPS and Word usually have 仿宋, 楷体, 黑体 and 宋体; 小标宋 and others must be licensed from their makers. After installing them, press &quot;Look again&quot;.</translation>
    </message>
    <message>
        <source>导出的 Word 文件总是写原字体名，在装了这些字体的电脑上就是原字体；PDF 用代替的字体。</source>
        <translation>Word files always name the original fonts, which show where they are installed; a PDF has the substitutes.</translation>
    </message>
    <message>
        <source>有</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>在系统里按字体的种类看：{kinds}。</source>
        <translation>By kind of font, the system has: {kinds}.</translation>
    </message>
    <message>
        <source>没能查看系统里的字体，出错记录已经写下。</source>
        <translation>The fonts of the system could not be read; it is in the error log.</translation>
    </message>
    <message>
        <source>以 {family} 代替</source>
        <translation>{family} stands in</translation>
    </message>
    <message>
        <source>字体</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>用在</source>
        <translation>Used for</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>画出来的</source>
        <translation>Drawn with</translation>
    </message>
    <message>
        <source>{column}：{message}</source>
        <translation>{column}: {message}</translation>
    </message>
    <message>
        <source>现在写的{what}会去掉或改回附带的。</source>
        <translation>{what} will be removed or go back to what was shipped.</translation>
    </message>
    <message>
        <source>改“{column}”</source>
        <translation>Change &quot;{column}&quot;</translation>
    </message>
    <message>
        <source>在文件管理器里打开</source>
        <translation>Open in the file manager</translation>
    </message>
    <message>
        <source>恢复出厂</source>
        <translation>Restore defaults</translation>
    </message>
    <message>
        <source>去掉本页的改动，先问一次，可以撤销</source>
        <translation>Takes back the changes of this page, asks first, can be undone</translation>
    </message>
    <message>
        <source>另有 {count} 处。</source>
        <translation>{count} more.</translation>
    </message>
    <message>
        <source>保存在 {file}</source>
        <translation>Kept in {file}</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>用编辑器打开，改好以后重新读</source>
        <translation>Open in an editor; read again when it is mended</translation>
    </message>
    <message>
        <source>重新读</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>改好以后再读一次</source>
        <translation>Read it once more when it is mended</translation>
    </message>
    <message>
        <source>这个文件读不懂，程序没有动它。改好下面几处再读，或者恢复出厂。</source>
        <translation>This file cannot be understood and was left alone. Mend the places below and read it again, or restore defaults.</translation>
    </message>
    <message>
        <source>“{name}”刚被别的程序改过，窗口里的改动还没有存。</source>
        <translation>Another program has just changed &quot;{name}&quot;; the changes in the window are not saved.</translation>
    </message>
    <message>
        <source>没能写入“{name}”：{why}。</source>
        <translation>&quot;{name}&quot; could not be written: {why}.</translation>
    </message>
    <message>
        <source>没能把“{name}”留在旁边：{why}。</source>
        <translation>&quot;{name}&quot; could not be put aside: {why}.</translation>
    </message>
    <message>
        <source>有效期最长</source>
        <translation>Longest validity</translation>
    </message>
    <message>
        <source>年</source>
        <translation>years</translation>
    </message>
    <message>
        <source>不写就不检查</source>
        <translation>Left empty, it is not checked</translation>
    </message>
    <message>
        <source>试行、暂行的最长</source>
        <translation>Longest for trial rules</translation>
    </message>
    <message>
        <source>标题带“试行”“暂行”的；不写就不检查</source>
        <translation>With 试行 or 暂行 in the title; left empty, it is not checked</translation>
    </message>
    <message>
        <source>一般文件最多</source>
        <translation>Longest document</translation>
    </message>
    <message>
        <source>字</source>
        <translation>characters</translation>
    </message>
    <message>
        <source>不写就按附带的 5000 字</source>
        <translation>Left empty, 5000 characters</translation>
    </message>
    <message>
        <source>部署专项工作的最多</source>
        <translation>Longest for special tasks</translation>
    </message>
    <message>
        <source>不写就按附带的 4000 字</source>
        <translation>Left empty, 4000 characters</translation>
    </message>
    <message>
        <source>全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>机关的全称，如“示例市市场监督管理局”</source>
        <translation>Full name of the organ, such as 示例市市场监督管理局</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short names</translation>
    </message>
    <message>
        <source>几个简称用顿号隔开，常用的写在前面</source>
        <translation>Several separated by 、, the usual one first</translation>
    </message>
    <message>
        <source>现在的机关</source>
        <translation>Organ of today</translation>
    </message>
    <message>
        <source>已经改名或者撤并的，写继任机关的全称；没有就空着</source>
        <translation>Full name of its successor if it was renamed or merged; else empty</translation>
    </message>
    <message>
        <source>个机关</source>
        <translation>organ</translation>
    </message>
    <message>
        <source>应当写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>本单位统一的写法</source>
        <translation>How your office writes it</translation>
    </message>
    <message>
        <source>不再写</source>
        <translation>Do not write</translation>
    </message>
    <message>
        <source>会被检查出来的写法，几个用顿号隔开</source>
        <translation>What the checks point out, several separated by 、</translation>
    </message>
    <message>
        <source>个用词</source>
        <translation>term</translation>
    </message>
    <message>
        <source>本地</source>
        <translation>Your region</translation>
    </message>
    <message>
        <source>本地的全称，如“鄂州市”。插入外地条款时，地名和机关名称照它改</source>
        <translation>Full name, such as 鄂州市. Places and organs of clauses from elsewhere are put into its words</translation>
    </message>
    <message>
        <source>意见署名</source>
        <translation>Remarks signed by</translation>
    </message>
    <message>
        <source>写审阅意见时署的姓名或处室</source>
        <translation>Name or division that signs remarks</translation>
    </message>
    <message>
        <source>没有写应当怎样写。</source>
        <translation>What to write is missing.</translation>
    </message>
    <message>
        <source>“{right}”前面已经写过，在那一行的右边添就可以。</source>
        <translation>&quot;{right}&quot; is in a row above; add to the right of that.</translation>
    </message>
    <message>
        <source>没有写不再用的写法。</source>
        <translation>What not to write is missing.</translation>
    </message>
    <message>
        <source>太长，最多 60 个字。</source>
        <translation>Too long, at most 60 characters.</translation>
    </message>
    <message>
        <source>应当是 1 到 {highest} 的整数。</source>
        <translation>Must be a whole number from 1 to {highest}.</translation>
    </message>
    <message>
        <source>机关名录</source>
        <translation>Organs</translation>
    </message>
    <message>
        <source>还没有机关</source>
        <translation>No organs yet</translation>
    </message>
    <message>
        <source>从条款库里找…</source>
        <translation>Find in library…</translation>
    </message>
    <message>
        <source>列出条款库里写明的责任单位，勾选后收进来</source>
        <translation>Lists the responsible organs named in the library, to take over what you tick</translation>
    </message>
    <message>
        <source>收入 {count} 个机关</source>
        <translation>Take {count} organ|Take {count} organs</translation>
    </message>
    <message>
        <source>没能从条款库里找，出错记录已经写下。</source>
        <translation>Finding them in the library failed; it is in the error log.</translation>
    </message>
    <message>
        <source>从条款库里找</source>
        <translation>Find in library</translation>
    </message>
    <message>
        <source>查找机关</source>
        <translation>Find organ</translation>
    </message>
    <message>
        <source>如“鄂州”</source>
        <translation>Such as 鄂州</translation>
    </message>
    <message>
        <source>条款库里的责任单位</source>
        <translation>Responsible organs in the library</translation>
    </message>
    <message>
        <source>{name}&#x3000;{count} 条</source>
        <translation>{name}&#x3000;{count} clause|{name}&#x3000;{count} clauses</translation>
    </message>
    <message>
        <source>收入机关名录</source>
        <translation>Take into organs</translation>
    </message>
    <message>
        <source>把勾选的收进机关名录</source>
        <translation>Takes what is ticked into the list of organs</translation>
    </message>
    <message>
        <source>条款库里写明的责任单位，按条数排。文件里多是简称，收进来以后把全称补上。</source>
        <translation>Responsible organs named in the library, the most frequent first. Documents mostly use short names; add the full names afterwards.</translation>
    </message>
    <message>
        <source>条款库里没有名录以外的责任单位。</source>
        <translation>The library names no responsible organs that are not in the list.</translation>
    </message>
    <message>
        <source>取消（Esc）</source>
        <translation>Cancel (Esc)</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>国标版式</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>这个版式</source>
        <translation>This format</translation>
    </message>
    <message>
        <source>空着就同国标版式一样</source>
        <translation>Left empty, as in the standard</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>国标条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>{clause}（{strength}）</source>
        <translation>{clause} ({strength})</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>这里写“是”或“否”。</source>
        <translation>Write &quot;Yes&quot; or &quot;No&quot; here.</translation>
    </message>
    <message>
        <source>这里写字体的名称，如“{example}”。</source>
        <translation>Write the name of a font here, such as &quot;{example}&quot;.</translation>
    </message>
    <message>
        <source>整数</source>
        <translation>whole number</translation>
    </message>
    <message>
        <source>数</source>
        <translation>number</translation>
    </message>
    <message>
        <source>这里应当是大小合适的{kind}，如 {example}。</source>
        <translation>This must be a {kind} of a sensible size, such as {example}.</translation>
    </message>
    <message>
        <source>这样版心只剩 {left} 毫米，至少要 {least} 毫米。</source>
        <translation>That leaves {left} mm for the type area; it needs at least {least} mm.</translation>
    </message>
    <message>
        <source>版式的名称</source>
        <translation>Name of the page format</translation>
    </message>
    <message>
        <source>本单位版式的名称</source>
        <translation>Name of your page format</translation>
    </message>
    <message>
        <source>版式的各项</source>
        <translation>Figures of the page format</translation>
    </message>
    <message>
        <source>平常用这个</source>
        <translation>Use as usual</translation>
    </message>
    <message>
        <source>新文稿的预览和导出用这个版式</source>
        <translation>New drafts are previewed and exported in this format</translation>
    </message>
    <message>
        <source>复制一份来改</source>
        <translation>Copy to change</translation>
    </message>
    <message>
        <source>照选中的版式新建本单位的版式</source>
        <translation>Make a format of your own from the selected one</translation>
    </message>
    <message>
        <source>删去本单位的这个版式，文件改名留着</source>
        <translation>Deletes this format of your office; the file is renamed and kept</translation>
    </message>
    <message>
        <source>在版式预览里看</source>
        <translation>Show in preview</translation>
    </message>
    <message>
        <source>用这个版式排现在的文稿</source>
        <translation>Lay out the current draft in this format</translation>
    </message>
    <message>
        <source>附带</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>平常用</source>
        <translation>usual</translation>
    </message>
    <message>
        <source>{label}：{message}</source>
        <translation>{label}: {message}</translation>
    </message>
    <message>
        <source>平常用的版式改回 GB/T 9704-2012。</source>
        <translation>The usual page format is GB/T 9704-2012 again.</translation>
    </message>
    <message>
        <source>本单位的版式 {names} 会去掉，文件改名留着。</source>
        <translation>Your office&apos;s formats {names} will be removed; the files are renamed and kept. </translation>
    </message>
    <message>
        <source>平常用“{name}”</source>
        <translation>&quot;{name}&quot; as usual format</translation>
    </message>
    <message>
        <source>{name}（本单位）</source>
        <translation>{name} (your office)</translation>
    </message>
    <message>
        <source>新建版式“{name}”</source>
        <translation>Add page format &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>删去版式“{name}”</source>
        <translation>Delete page format &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>改版式的名称</source>
        <translation>Rename the page format</translation>
    </message>
    <message>
        <source>{fault} 这个文件程序没有动。</source>
        <translation>{fault} The file was left alone.</translation>
    </message>
    <message>
        <source>附带的版式不能改；复制一份，就可以改各项。</source>
        <translation>Formats that ship cannot be changed; copy one to change it.</translation>
    </message>
    <message>
        <source>改“这个版式”一列；空着就同国标版式一样。文件里只存与国标版式不同的项。</source>
        <translation>Change the column &quot;This format&quot;; left empty, as in the standard. The file keeps only what differs.</translation>
    </message>
    <message>
        <source>只列出关掉的规则</source>
        <translation>Lists only rules that are off</translation>
    </message>
    <message>
        <source>关掉的 {count} 条</source>
        <translation>Off: {count}</translation>
    </message>
    <message>
        <source>开着 {on} 条，共 {all} 条</source>
        <translation>{on} of {all} on</translation>
    </message>
    <message>
        <source>关掉的 {count} 条规则会重新打开。</source>
        <translation>{count} rule that is off will be on again.|{count} rules that are off will be on again.</translation>
    </message>
    <message>
        <source>关掉“{name}”</source>
        <translation>Turn &quot;{name}&quot; off</translation>
    </message>
    <message>
        <source>{severity}，依据是“{strength}”</source>
        <translation>{severity}, its basis is &quot;{strength}&quot;</translation>
    </message>
    <message>
        <source>{weight}：{basis}。</source>
        <translation>{weight}: {basis}.</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>检查规则</source>
        <translation>Check rules</translation>
    </message>
    <message>
        <source>查找规则</source>
        <translation>Find rule</translation>
    </message>
    <message>
        <source>按名称或依据查找</source>
        <translation>By name or basis</translation>
    </message>
    <message>
        <source>全部开着</source>
        <translation>all on</translation>
    </message>
    <message>
        <source>关掉 {count} 条</source>
        <translation>{count} off</translation>
    </message>
    <message>
        <source>{family}，{told}</source>
        <translation>{family}, {told}</translation>
    </message>
    <message>
        <source>关着</source>
        <translation>off</translation>
    </message>
    <message>
        <source>开着</source>
        <translation>on</translation>
    </message>
    <message>
        <source>{title}，{state}，{severity}，{basis}</source>
        <translation>{title}, {state}, {severity}, {basis}</translation>
    </message>
    <message>
        <source>本地叫什么，意见署谁的名</source>
        <translation>What your region is called, and who signs remarks</translation>
    </message>
    <message>
        <source>检查责任单位、把先例里的机关改成本地的，都照这张表</source>
        <translation>The checks of responsible organs and local names go by this table</translation>
    </message>
    <message>
        <source>去掉勾就不查；级别由依据的效力决定，不能改</source>
        <translation>Untick what is not to be checked; severity follows from the basis and cannot be changed</translation>
    </message>
    <message>
        <source>有效期规定</source>
        <translation>Validity limits</translation>
    </message>
    <message>
        <source>本地对规范性文件有效期和篇幅的规定，照它检查</source>
        <translation>Your region&apos;s limits on validity and length; the checks go by them</translation>
    </message>
    <message>
        <source>用词表</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>本单位统一的写法；写成右边的会提示改成左边的</source>
        <translation>How your office writes; what is at the right is to be written as at the left</translation>
    </message>
    <message>
        <source>还没有用词</source>
        <translation>No terms yet</translation>
    </message>
    <message>
        <source>近义词</source>
        <translation>Synonyms</translation>
    </message>
    <message>
        <source>检索时连同查的说法，加在附带的近义词上面</source>
        <translation>Words that are searched for along with others, besides those that ship</translation>
    </message>
    <message>
        <source>还没有自己的近义词</source>
        <translation>No synonyms of your own yet</translation>
    </message>
    <message>
        <source>条款按主题归类、比较覆盖，加在附带的主题上面；改了以后重建检索目录</source>
        <translation>Topics that clauses are sorted and compared by, besides those that ship; changes rebuild the index</translation>
    </message>
    <message>
        <source>还没有自己的主题</source>
        <translation>No topics of your own yet</translation>
    </message>
    <message>
        <source>页边、行距、字体；平常用哪个，本单位有没有自己的</source>
        <translation>Margins, spacing, fonts; which format is usual, and your office&apos;s own</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>本单位自己的模板，有错的指出在哪一行</source>
        <translation>Your office&apos;s own templates; faults are shown with their line</translation>
    </message>
    <message>
        <source>平常用的版式要哪些字体，本机有没有，缺的用什么代替</source>
        <translation>The fonts of the usual page format, which of them this machine has, and what stands in</translation>
    </message>
    <message>
        <source>文件夹和外观</source>
        <translation>Folders and appearance</translation>
    </message>
    <message>
        <source>认得：{name}。</source>
        <translation>Known: {name}.</translation>
    </message>
    <message>
        <source>没有认出这个地方，地名照原样写。</source>
        <translation>Not known as a place; its name is used as written.</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{said}，{message}</source>
        <translation>{said}, {message}</translation>
    </message>
    <message>
        <source>加一{one}</source>
        <translation>Add {one}</translation>
    </message>
    <message>
        <source>在最后加一行（Insert）</source>
        <translation>Add a row at the end (Insert)</translation>
    </message>
    <message>
        <source>删去选中的行（Delete）</source>
        <translation>Delete the selected rows (Delete)</translation>
    </message>
    <message>
        <source>从 Excel 粘贴</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>在 Excel 里复制几行，粘贴到这里（Ctrl+V）</source>
        <translation>Copy rows in Excel and paste them here (Ctrl+V)</translation>
    </message>
    <message>
        <source>下一处错</source>
        <translation>Next fault</translation>
    </message>
    <message>
        <source>到下一个有错的格子（F8）</source>
        <translation>To the next cell that is wrong (F8)</translation>
    </message>
    <message>
        <source>{count} {one}</source>
        <translation>{count} {one}|{count} {one}s</translation>
    </message>
    <message>
        <source>第 {row} 行：{fault}</source>
        <translation>Row {row}: {fault}</translation>
    </message>
    <message>
        <source>另有 {count} 行。</source>
        <translation> {count} more row.| {count} more rows.</translation>
    </message>
    <message>
        <source>这里的 {count} {one}会全部去掉。</source>
        <translation>The {count} {one} here will be removed.|All {count} {one}s here will be removed.</translation>
    </message>
    <message>
        <source>{count} 行有错，改好以前不存。</source>
        <translation>{count} row is wrong and is not saved until mended.|{count} rows are wrong and are not saved until mended.</translation>
    </message>
    <message>
        <source>删去 {count} 行</source>
        <translation>Delete {count} row|Delete {count} rows</translation>
    </message>
    <message>
        <source>粘贴 {count} 行</source>
        <translation>Paste {count} row|Paste {count} rows</translation>
    </message>
    <message>
        <source>本单位的模板</source>
        <translation>Templates of your office</translation>
    </message>
    <message>
        <source>用编辑器打开选中的模板</source>
        <translation>Open the selected template in an editor</translation>
    </message>
    <message>
        <source>不用这个</source>
        <translation>Stop using</translation>
    </message>
    <message>
        <source>重新检查</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>把所有模板再试一遍</source>
        <translation>Try all templates once more</translation>
    </message>
    <message>
        <source>照哪个附带的模板新建</source>
        <translation>Shipped template to begin with</translation>
    </message>
    <message>
        <source>新建自有模板</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>把附带的模板复制一份来改</source>
        <translation>Copies a template that ships, to change it</translation>
    </message>
    <message>
        <source>{names} 不再用，文件改名留在文件夹里。</source>
        <translation>{names} will not be used; the files are renamed and stay in the folder.</translation>
    </message>
    <message>
        <source>{name}（{kind}）</source>
        <translation>{name} ({kind})</translation>
    </message>
    <message>
        <source>没能检查，出错记录已经写下。</source>
        <translation>Checking failed; it is in the error log.</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>第 {line} 行：</source>
        <translation>line {line}: </translation>
    </message>
    <message>
        <source>有错：{line}{message}</source>
        <translation>wrong: {line}{message}</translation>
    </message>
    <message>
        <source>正在试…</source>
        <translation>trying…</translation>
    </message>
    <message>
        <source>还没有试</source>
        <translation>not tried yet</translation>
    </message>
    <message>
        <source>可以用</source>
        <translation>can be used</translation>
    </message>
    <message>
        <source>再用这个</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>文件改名留在文件夹里，随时可以再用</source>
        <translation>The file is renamed and stays in the folder; it can be used again at any time</translation>
    </message>
    <message>
        <source>还没有自有模板。照附带的新建一份，用编辑器改，回来重新检查。</source>
        <translation>No templates of your own yet. Make one from a template that ships, edit it, and check again.</translation>
    </message>
    <message>
        <source>正在试 {count} 个模板…</source>
        <translation>Trying {count} template…|Trying {count} templates…</translation>
    </message>
    <message>
        <source>{count} 处有错，改好以前新建文稿时不列出这些模板。</source>
        <translation>{count} fault; until it is mended, a new draft does not offer the template.|{count} faults; until they are mended, a new draft does not offer these templates.</translation>
    </message>
    <message>
        <source>自有模板在新建文稿时排在附带的前面。</source>
        <translation>Your own templates stand before those that ship.</translation>
    </message>
    <message>
        <source>不用“{name}”</source>
        <translation>Stop using &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>再用“{name}”</source>
        <translation>Use &quot;{name}&quot; again</translation>
    </message>
    <message>
        <source>新建“{name}”</source>
        <translation>New &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>用作</source>
        <translation>Used as</translation>
    </message>
    <message>
        <source>能不能用</source>
        <translation>State</translation>
    </message>
    <message>
        <source>“{name}”已经有了，没有改名。</source>
        <translation>&quot;{name}&quot; exists; it was not renamed.</translation>
    </message>
    <message>
        <source>没能给“{name}”改名：{why}。</source>
        <translation>&quot;{name}&quot; could not be renamed: {why}.</translation>
    </message>
    <message>
        <source>撤销（Ctrl+Z）</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>重做（Ctrl+Y）</source>
        <translation>Redo (Ctrl+Y)</translation>
    </message>
    <message>
        <source>“{name}”恢复出厂？</source>
        <translation>Restore the defaults of &quot;{name}&quot;?</translation>
    </message>
    <message>
        <source>“{name}”恢复出厂</source>
        <translation>Restore defaults of &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>“{name}”有改动没有存。</source>
        <translation>&quot;{name}&quot; has changes that are not saved.</translation>
    </message>
    <message>
        <source>不存，关闭</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>回去改</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>“{name}”被别的程序改过，已经重新读了。</source>
        <translation>Another program changed &quot;{name}&quot;; it has been read again.</translation>
    </message>
    <message>
        <source>“{name}”没能写入。</source>
        <translation>&quot;{name}&quot; could not be written.</translation>
    </message>
    <message>
        <source>用窗口里的</source>
        <translation>Use the window&apos;s</translation>
    </message>
    <message>
        <source>重新读文件</source>
        <translation>Read the file again</translation>
    </message>
    <message>
        <source>再存一次</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>读不懂的“{name}”会改名留在旁边，不删。</source>
        <translation>&quot;{name}&quot;, which cannot be understood, is renamed and kept.</translation>
    </message>
    <message>
        <source>原来的文件留作“{name}”。</source>
        <translation>The old file is kept as &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>{verb}：{what}（{key}）</source>
        <translation>{verb}: {what} ({key})</translation>
    </message>
    <message>
        <source>{verb}（{key}）</source>
        <translation>{verb} ({key})</translation>
    </message>
    <message>
        <source>没有这样的设置</source>
        <translation>No such setting</translation>
    </message>
    <message>
        <source>查找设置</source>
        <translation>Find setting</translation>
    </message>
    <message>
        <source>查找设置（Ctrl+F）</source>
        <translation>Find setting (Ctrl+F)</translation>
    </message>
    <message>
        <source>设置的各页</source>
        <translation>Pages of the settings</translation>
    </message>
    <message>
        <source>查的词</source>
        <translation>Searched word</translation>
    </message>
    <message>
        <source>人们查的时候的说法，如“专利贷”</source>
        <translation>What people type, such as 专利贷</translation>
    </message>
    <message>
        <source>也查这些词</source>
        <translation>Search too</translation>
    </message>
    <message>
        <source>文件里的写法，几个用顿号隔开</source>
        <translation>What documents write, several separated by 、</translation>
    </message>
    <message>
        <source>可以互换</source>
        <translation>Both ways</translation>
    </message>
    <message>
        <source>打钩：查其中一个，连同其余的一起查；不打钩：只从左边查到右边</source>
        <translation>Ticked: each finds all the others; unticked: only from left to right</translation>
    </message>
    <message>
        <source>组近义词</source>
        <translation>synonym group</translation>
    </message>
    <message>
        <source>新主题的名称；同附带的主题同名，就把词添进那一个</source>
        <translation>Name of a new topic; the name of one that ships adds the words to it</translation>
    </message>
    <message>
        <source>上位主题</source>
        <translation>Broader topic</translation>
    </message>
    <message>
        <source>可以没有</source>
        <translation>May be empty</translation>
    </message>
    <message>
        <source>提到它的词</source>
        <translation>Words on it</translation>
    </message>
    <message>
        <source>条标或正文里出现就算提到，几个用顿号隔开</source>
        <translation>Count in heading and text; several separated by 、</translation>
    </message>
    <message>
        <source>只在条标里算的词</source>
        <translation>In headings only</translation>
    </message>
    <message>
        <source>说法太泛、正文里不算的</source>
        <translation>Too general to count in the text</translation>
    </message>
    <message>
        <source>一出现就算的话</source>
        <translation>Decisive words</translation>
    </message>
    <message>
        <source>正文里一出现就能断定主题的</source>
        <translation>Settle the topic wherever they stand in the text</translation>
    </message>
    <message>
        <source>个主题</source>
        <translation>topic</translation>
    </message>
    <message>
        <source>没有写查的词。</source>
        <translation>The searched word is missing.</translation>
    </message>
    <message>
        <source>没有写也要查的词。</source>
        <translation>The words to search too are missing.</translation>
    </message>
    <message>
        <source>“{word}”前面已经写过，在那一行的右边添就可以。</source>
        <translation>&quot;{word}&quot; is in a row above; add to the right of that.</translation>
    </message>
    <message>
        <source>还没有可以排版的内容</source>
        <translation>Nothing to lay out yet</translation>
    </message>
    <message>
        <source>写下标题和条款，加上印发通知，这里就按公文版式一面一面显示出来。</source>
        <translation>Write a title and clauses and add a notice, and the pages show here as they will print.</translation>
    </message>
    <message>
        <source>回到编辑</source>
        <translation>Back to editing</translation>
    </message>
    <message>
        <source>回到编辑（Ctrl+1）</source>
        <translation>Back to editing (Ctrl+1)</translation>
    </message>
    <message>
        <source>版心线</source>
        <translation>Type area</translation>
    </message>
    <message>
        <source>156 × 225 毫米（5.2.1），不打印</source>
        <translation>156 × 225 mm (5.2.1), not printed</translation>
    </message>
    <message>
        <source>28×22 网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>每行 28 字，每面 22 行（5.2.3），不打印</source>
        <translation>28 characters a line, 22 lines a page (5.2.3), not printed</translation>
    </message>
    <message>
        <source>量线</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>在导出报告里选一项，就在这里画出量的位置，不打印</source>
        <translation>Choose a row of the report to draw where it was measured; not printed</translation>
    </message>
    <message>
        <source>上一面（PageUp）</source>
        <translation>Previous page (PageUp)</translation>
    </message>
    <message>
        <source>下一面（PageDown）</source>
        <translation>Next page (PageDown)</translation>
    </message>
    <message>
        <source>缩小（Ctrl+-）</source>
        <translation>Smaller (Ctrl+-)</translation>
    </message>
    <message>
        <source>显示比例</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>放大（Ctrl++）</source>
        <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
        <source>整面</source>
        <translation>Fit page</translation>
    </message>
    <message>
        <source>显示整面（Ctrl+0）</source>
        <translation>Show the whole page (Ctrl+0)</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One</translation>
    </message>
    <message>
        <source>一面接一面</source>
        <translation>One page below the other</translation>
    </message>
    <message>
        <source>双面</source>
        <translation>Two</translation>
    </message>
    <message>
        <source>两面并排</source>
        <translation>Two pages side by side</translation>
    </message>
    <message>
        <source>第 {seen} 面，共 {count} 面</source>
        <translation>Page {seen} of {count}</translation>
    </message>
    <message>
        <source>正在送往打印机…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>已送往打印机，{count} 面</source>
        <translation>{count} page sent to the printer|{count} pages sent to the printer</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>现在就量</source>
        <translation>Measure now</translation>
    </message>
    <message>
        <source>排成 PDF 逐项量，不存文件</source>
        <translation>Laid out as PDF and measured, without a file</translation>
    </message>
    <message>
        <source>导出 Word 文件或 PDF 后，这里逐项列出从文件量得的数值，对着 GB/T 9704-2012 的条款。</source>
        <translation>After exporting a Word file or PDF, the figures measured in it are listed here beside the clauses of GB/T 9704-2012.</translation>
    </message>
    <message>
        <source>还没有导出</source>
        <translation>Nothing exported yet</translation>
    </message>
    <message>
        <source>正在量“{name}”…</source>
        <translation>Measuring &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>可以继续写。</source>
        <translation>You can go on writing.</translation>
    </message>
    <message>
        <source>{count} 项不符合 GB/T 9704-2012</source>
        <translation>{count} does not conform to GB/T 9704-2012|{count} do not conform to GB/T 9704-2012</translation>
    </message>
    <message>
        <source>{count} 项{verdict}</source>
        <translation>{verdict}: {count}</translation>
    </message>
    <message>
        <source>按“{name}”量得：{counts}。</source>
        <translation>Measured in &quot;{name}&quot;: {counts}.</translation>
    </message>
    <message>
        <source>此后文稿已经改动。</source>
        <translation> The draft has changed since.</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Does not conform</translation>
    </message>
    <message>
        <source>导出报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>导出报告的各列</source>
        <translation>Columns of the report</translation>
    </message>
    <message>
        <source>{element}，{what}，{verdict}，要求 {required}，实测 {got}</source>
        <translation>{element}, {what}, {verdict}, required {required}, measured {got}</translation>
    </message>
    <message>
        <source>实测 {got}</source>
        <translation>measured {got}</translation>
    </message>
    <message>
        <source>。{why}</source>
        <translation>. {why}</translation>
    </message>
    <message>
        <source>{element}：{what}，要求 {required}，{measured}（{clause}，{strength}）{why}</source>
        <translation>{element}: {what}, required {required}, {measured} ({clause}, {strength}){why}</translation>
    </message>
    <message>
        <source>{name}位置</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>导出报告和版式设置</source>
        <translation>Report and page format</translation>
    </message>
    <message>
        <source>版式设置</source>
        <translation>Page format</translation>
    </message>
    <message>
        <source>导出 Word 文件</source>
        <translation>Export Word</translation>
    </message>
    <message>
        <source>导出为 .docx（Ctrl+E）</source>
        <translation>Export as .docx (Ctrl+E)</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>导出为 .pdf</source>
        <translation>Export as .pdf</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印（Ctrl+P）</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>第 {number} 面</source>
        <translation>Page {number}</translation>
    </message>
    <message>
        <source>各面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>印章</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>签名章</source>
        <translation>Signature stamp</translation>
    </message>
    <message>
        <source>打印机没有接受。请检查打印机是否接通，再打印。</source>
        <translation>The printer did not accept it. See whether it is connected, then print again.</translation>
    </message>
    <message>
        <source>本机没有字体能写出“{characters}”，没有导出 PDF。请安装字体，或导出 Word 文件。</source>
        <translation>No font of this machine can write &quot;{characters}&quot;; no PDF was exported. Install a font, or export a Word file.</translation>
    </message>
    <message>
        <source>导出的 PDF 有 {count} 面，应当是 {expected} 面，没有保存。这是程序的错误，文稿没有改动。</source>
        <translation>The exported PDF has {count} pages instead of {expected} and was not saved. This is a fault of the program; the draft has not changed.</translation>
    </message>
    <message>
        <source>导出的 PDF 里的字与文稿不一致，没有保存。这是程序的错误，文稿没有改动。</source>
        <translation>The text of the exported PDF differs from the draft and was not saved. This is a fault of the program; the draft has not changed.</translation>
    </message>
    <message>
        <source>不表态</source>
        <translation>No verdict</translation>
    </message>
    <message>
        <source>只写意见，不说同意不同意</source>
        <translation>A remark alone, without agreeing or not</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>同意这一条，可以不写理由</source>
        <translation>Agrees with the clause; reasons are not needed</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>这一条要改，可以写上建议的文字</source>
        <translation>The clause is to be changed; a wording can be proposed</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>这一条不要</source>
        <translation>The clause is not wanted</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>写下意见</source>
        <translation>Write remark</translation>
    </message>
    <message>
        <source>建议改为</source>
        <translation>Proposed wording</translation>
    </message>
    <message>
        <source>以谁的名义</source>
        <translation>In the name of</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>Can be left empty</translation>
    </message>
    <message>
        <source>科室或职务，如法规科；随意见保存在文稿里，导出时是批注的作者</source>
        <translation>Division or post, such as 法规科; kept with the remark in the draft, and the author of the comment when exported</translation>
    </message>
    <message>
        <source>写下意见（Ctrl+Enter）</source>
        <translation>Write the remark (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>不写了（Esc），写了一半的下次还在</source>
        <translation>Do not write it (Esc); what you began is there next time</translation>
    </message>
    <message>
        <source>写意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>对光标所在的条款写意见（Ctrl+M）</source>
        <translation>Write a remark on the current clause (Ctrl+M)</translation>
    </message>
    <message>
        <source>改写这条意见（F2）</source>
        <translation>Reword this remark (F2)</translation>
    </message>
    <message>
        <source>删除意见</source>
        <translation>Delete remark</translation>
    </message>
    <message>
        <source>删除这条意见（Delete），可以撤销</source>
        <translation>Delete this remark (Delete); can be undone</translation>
    </message>
    <message>
        <source>审阅意见</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>未处理 {count}</source>
        <translation>Open {count}</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>{count} 条意见都处理了。</source>
        <translation>{count} remark, resolved.|All {count} remarks are resolved.</translation>
    </message>
    <message>
        <source>还没有意见。把光标放进一条里，按 Ctrl+M 写意见；意见跟着条款走，保存在文稿里。</source>
        <translation>No remarks yet. Put the caret into a clause and press Ctrl+M; a remark belongs to its clause and is kept in the draft.</translation>
    </message>
    <message>
        <source>标为已处理</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>标为已处理，可以重新打开</source>
        <translation>Mark as resolved; it can be opened again</translation>
    </message>
    <message>
        <source>这条意见还要处理</source>
        <translation>This remark is not settled</translation>
    </message>
    <message>
        <source>未处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>只看还没有处理的意见</source>
        <translation>Only remarks that are not resolved</translation>
    </message>
    <message>
        <source>处理过的也看</source>
        <translation>Resolved ones too</translation>
    </message>
    <message>
        <source>只读审阅</source>
        <translation>Read-only review</translation>
    </message>
    <message>
        <source>文稿现在只能看、只能写意见；点一下就可以再改</source>
        <translation>The draft can only be read and remarked on; click to change it again</translation>
    </message>
    <message>
        <source>只读审阅：可以写意见（Ctrl+M），文稿不会改动</source>
        <translation>Read-only review: remarks can be written (Ctrl+M), the draft does not change</translation>
    </message>
    <message>
        <source>对{place}的意见</source>
        <translation>Remark on {place}</translation>
    </message>
    <message>
        <source>改写意见</source>
        <translation>Reword remark</translation>
    </message>
    <message>
        <source>已写下对{place}的意见，Ctrl+Z 撤销</source>
        <translation>Remark on {place} written, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>处理意见</source>
        <translation>Resolve remark</translation>
    </message>
    <message>
        <source>重新打开意见</source>
        <translation>Open remark again</translation>
    </message>
    <message>
        <source>已删除对{place}的意见，Ctrl+Z 撤销</source>
        <translation>Remark on {place} deleted, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>{place}已经不在文稿里</source>
        <translation>{place} is no longer in the draft</translation>
    </message>
    <message>
        <source>正在只读审阅，文稿没有改动</source>
        <translation>In read-only review; the draft has not changed</translation>
    </message>
    <message>
        <source>结束只读审阅</source>
        <translation>End read-only review</translation>
    </message>
    <message>
        <source>审阅意见 {count}</source>
        <translation>Remarks {count}</translation>
    </message>
    <message>
        <source>建议改为：{wording}</source>
        <translation>Proposed: {wording}</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>输入几个词，或一句话</source>
        <translation>A few words, or a sentence</translation>
    </message>
    <message>
        <source>检索先例（Ctrl+Shift+F）几个词用空格隔开，都要出现；加半角引号的原样查找。</source>
        <translation>Find precedents (Ctrl+Shift+F): words separated by spaces must all occur; those in &quot;straight quotes&quot; are found as they stand.</translation>
    </message>
    <message>
        <source>检索过的和收藏的</source>
        <translation>Past and kept searches</translation>
    </message>
    <message>
        <source>清空（Esc）</source>
        <translation>Clear (Esc)</translation>
    </message>
    <message>
        <source>不限{name}</source>
        <translation>Any {name}</translation>
    </message>
    <message>
        <source>{name}：{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>any</translation>
    </message>
    <message>
        <source>只列出一种{name}的条款</source>
        <translation>Only clauses of one {name}</translation>
    </message>
    <message>
        <source>{value}	{count} 条</source>
        <translation>{value}	{count} clause|{value}	{count} clauses</translation>
    </message>
    <message>
        <source>筛选和排序</source>
        <translation>Filters and order</translation>
    </message>
    <message>
        <source>全部清除</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>不再筛选</source>
        <translation>No filters</translation>
    </message>
    <message>
        <source>排序：{order}</source>
        <translation>Order: {order}</translation>
    </message>
    <message>
        <source>条款排列的先后</source>
        <translation>Order of the clauses</translation>
    </message>
    <message>
        <source>条款库里已经没有这一条。</source>
        <translation>This clause is no longer in the library.</translation>
    </message>
    <message>
        <source>条款库正在重新打开。</source>
        <translation>The library is being opened again.</translation>
    </message>
    <message>
        <source>检索怎么写</source>
        <translation>Writing queries</translation>
    </message>
    <message>
        <source>检索 {words}</source>
        <translation>Search for {words}</translation>
    </message>
    <message>
        <source>可以作条件的：{names}。没有说明的，已废止的文件不列出。</source>
        <translation>Conditions: {names}. Repealed documents are not listed unless asked for.</translation>
    </message>
    <message>
        <source>{count:,} 条</source>
        <translation>{count:,} clause|{count:,} clauses</translation>
    </message>
    <message>
        <source>含近义词</source>
        <translation>With synonyms</translation>
    </message>
    <message>
        <source>含部分词</source>
        <translation>With some of the words</translation>
    </message>
    <message>
        <source>含部分字词</source>
        <translation>With parts of the words</translation>
    </message>
    <message>
        <source>含全部词</source>
        <translation>With all words</translation>
    </message>
    <message>
        <source>含“{words}”</source>
        <translation>With &quot;{words}&quot;</translation>
    </message>
    <message>
        <source>符合条件</source>
        <translation>Fitting</translation>
    </message>
    <message>
        <source>含“{words}”，近义</source>
        <translation>With &quot;{words}&quot;, a synonym</translation>
    </message>
    <message>
        <source>{words}，{count}</source>
        <translation>{words}, {count}</translation>
    </message>
    <message>
        <source>，{share}</source>
        <translation>, {share}</translation>
    </message>
    <message>
        <source>您是不是要找：</source>
        <translation>Did you mean: </translation>
    </message>
    <message>
        <source>同时含“{words}”</source>
        <translation>with all of &quot;{words}&quot;</translation>
    </message>
    <message>
        <source>没有找到{said}的条款。</source>
        <translation>No clauses found {said}.</translation>
    </message>
    <message>
        <source>去掉“{name}”</source>
        <translation>Without &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>只查“{word}”</source>
        <translation>Only &quot;{word}&quot;</translation>
    </message>
    <message>
        <source>找到的条款</source>
        <translation>Clauses found</translation>
    </message>
    <message>
        <source>按相关</source>
        <translation>By relevance</translation>
    </message>
    <message>
        <source>按日期</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>检索的开头</source>
        <translation>Start of search</translation>
    </message>
    <message>
        <source>从先例里找条款</source>
        <translation>Find clauses in precedents</translation>
    </message>
    <message>
        <source>几个词用空格隔开，都要出现；加半角引号的原样查找。可以试试：</source>
        <translation>Words separated by spaces must all occur; those in &quot;straight quotes&quot; are found as they stand. Try:</translation>
    </message>
    <message>
        <source>收藏</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>清空最近的检索</source>
        <translation>Clear recent searches</translation>
    </message>
    <message>
        <source>收藏的留着</source>
        <translation>Those you kept stay</translation>
    </message>
    <message>
        <source>不再收藏“{name}”</source>
        <translation>No longer keep &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>不再收藏 {name}</source>
        <translation>No longer keep {name}</translation>
    </message>
    <message>
        <source>还没有检索过</source>
        <translation>Nothing searched for yet</translation>
    </message>
    <message>
        <source>检索建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>出厂的键</source>
        <translation>Default key</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>去掉这个键</source>
        <translation>Remove key</translation>
    </message>
    <message>
        <source>让这个命令没有键（Backspace）</source>
        <translation>Leaves this command without a key (Backspace)</translation>
    </message>
    <message>
        <source>恢复这一个</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>用这个命令出厂的键</source>
        <translation>Gives this command its default key</translation>
    </message>
    <message>
        <source>全部恢复出厂</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>所有命令都用出厂的键</source>
        <translation>Gives all commands their default keys</translation>
    </message>
    <message>
        <source>{keys} 到处都用来{what}，不能改。</source>
        <translation>{keys} is used everywhere to {what} and cannot be changed.</translation>
    </message>
    <message>
        <source>{keys} 要用来写字。带上 Ctrl 或 Alt，或用 F1 到 F12。</source>
        <translation>{keys} is needed for writing. Add Ctrl or Alt, or use F1 to F12.</translation>
    </message>
    <message>
        <source>{keys} 现在是“{other}”的键。</source>
        <translation>{keys} is the key of &quot;{other}&quot; now.</translation>
    </message>
    <message>
        <source>改给“{name}”</source>
        <translation>Give it to &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>“{other}”就没有键了</source>
        <translation>&quot;{other}&quot; will have no key</translation>
    </message>
    <message>
        <source>“{name}”的键是 {keys}。</source>
        <translation>The key of &quot;{name}&quot; is {keys}.</translation>
    </message>
    <message>
        <source>“{name}”没有键了。</source>
        <translation>&quot;{name}&quot; has no key any more.</translation>
    </message>
    <message>
        <source>“{name}”用出厂的键。</source>
        <translation>&quot;{name}&quot; has its default key.</translation>
    </message>
    <message>
        <source>所有命令都用出厂的键。</source>
        <translation>All commands have their default keys.</translation>
    </message>
    <message>
        <source>命令和键</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>查找命令或键</source>
        <translation>Find command or key</translation>
    </message>
    <message>
        <source>输入命令的名称，或 Ctrl+S 这样的键</source>
        <translation>Type a command&apos;s name, or a key such as Ctrl+S</translation>
    </message>
    <message>
        <source>按下新的键</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <source>在这里按下新的键</source>
        <translation>Press the new key here</translation>
    </message>
    <message>
        <source>在这里按下新的键；Backspace 去掉现在的键</source>
        <translation>Press the new key here; Backspace removes the present one</translation>
    </message>
    <message>
        <source>复制、剪切、粘贴和全选</source>
        <translation>copy, cut, paste and select all</translation>
    </message>
    <message>
        <source>采用给出的改法</source>
        <translation>accept a proposed fix</translation>
    </message>
    <message>
        <source>上一件、下一件</source>
        <translation>go to the previous or next file</translation>
    </message>
    <message>
        <source>把光标放进文稿的一条里，这里就列出写法相近、规定同一件事的先例。</source>
        <translation>Put the caret into a clause of the draft, and precedents that regulate the same in similar words are listed here.</translation>
    </message>
    <message>
        <source>这一条还太短，写满一句就开始找。</source>
        <translation>This clause is too short; write a whole sentence and the search begins.</translation>
    </message>
    <message>
        <source>相似的条款</source>
        <translation>Similar clauses</translation>
    </message>
    <message>
        <source>没有找到与{place}相近的先例。</source>
        <translation>No precedents close to {place} were found.</translation>
    </message>
    <message>
        <source>与{place}{heading}相近的先例</source>
        <translation>Precedents close to {place} {heading}</translation>
    </message>
    <message>
        <source>相似条款</source>
        <translation>Similar</translation>
    </message>
    <message>
        <source>文稿的字数和条数</source>
        <translation>Characters and clauses of the draft</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{year}-{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>{words}{step}（{key}）</source>
        <translation>{words}{step} ({key})</translation>
    </message>
    <message>
        <source>：{what}</source>
        <translation>: {what}</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>与前一版相比</source>
        <translation>Since the one before</translation>
    </message>
    <message>
        <source>版本历史</source>
        <translation>Version history</translation>
    </message>
    <message>
        <source>正在读版本…</source>
        <translation>Reading versions…</translation>
    </message>
    <message>
        <source>选一个，与现在的文稿比；选两个（Ctrl+单击），两个相比</source>
        <translation>Choose one to compare with the draft as it is; choose two (Ctrl+click) to compare them</translation>
    </message>
    <message>
        <source>导出对照表…</source>
        <translation>Export table…</translation>
    </message>
    <message>
        <source>把差别写成条文对照表（.docx）</source>
        <translation>Writes the differences as a comparison table (.docx)</translation>
    </message>
    <message>
        <source>改名…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>改版本的名称（F2）</source>
        <translation>Rename the version (F2)</translation>
    </message>
    <message>
        <source>删除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>删除这个版本（Delete）</source>
        <translation>Delete this version (Delete)</translation>
    </message>
    <message>
        <source>恢复到此版本</source>
        <translation>Restore this version</translation>
    </message>
    <message>
        <source>现在的文稿先自动存为一个版本；审阅意见保留现在的；可以撤销</source>
        <translation>Keeps the present draft as a version first; the present remarks stay; can be undone</translation>
    </message>
    <message>
        <source>{count} 个版本，保存在这台电脑上。</source>
        <translation>{count} version, kept on this computer.|{count} versions, kept on this computer.</translation>
    </message>
    <message>
        <source>还没有版本。用“存为版本”给现在的文稿留一份，以后可以比较和恢复。</source>
        <translation>No versions yet. &quot;Keep a version&quot; keeps the draft as it is, to compare and restore later.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>（自动）</source>
        <translation> (automatic)</translation>
    </message>
    <message>
        <source>现在的文稿</source>
        <translation>Present draft</translation>
    </message>
    <message>
        <source>没有名称</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>已经损坏，读不出来</source>
        <translation>Damaged, cannot be read</translation>
    </message>
    <message>
        <source>最早的版本</source>
        <translation>The earliest version</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>没能删除版本“{name}”：{reason}。它还在版本历史里。</source>
        <translation>Version &quot;{name}&quot; could not be deleted: {reason}. It is still in the history.</translation>
    </message>
    <message>
        <source>存为版本</source>
        <translation>Keep version</translation>
    </message>
    <message>
        <source>已存为版本“{name}”</source>
        <translation>Version &quot;{name}&quot; kept</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>Before restoring</translation>
    </message>
    <message>
        <source>恢复到版本“{name}”</source>
        <translation>Restore version &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>已恢复到版本“{name}”，Ctrl+Z 撤销</source>
        <translation>Version &quot;{name}&quot; restored, Ctrl+Z to undo</translation>
    </message>
    <message>
        <source>现在的文稿与版本“{name}”相同，没有改动</source>
        <translation>The draft is the same as version &quot;{name}&quot;; nothing changed</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>{draft}（版本对照表）.docx</source>
        <translation>{draft} (table of versions).docx</translation>
    </message>
    <message>
        <source>删除版本</source>
        <translation>Delete version</translation>
    </message>
    <message>
        <source>删除版本“{name}”？</source>
        <translation>Delete version &quot;{name}&quot;?</translation>
    </message>
    <message>
        <source>删除以后不能恢复，也不能再和它比较。现在的文稿不受影响。</source>
        <translation>It cannot be brought back, nor compared with any more. The present draft is not affected.</translation>
    </message>
    <message>
        <source>{title}（{name}）</source>
        <translation>{title} ({name})</translation>
    </message>
    <message>
        <source>通用格式</source>
        <translation>General</translation>
    </message>
    <message>
        <source>信函格式</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>命令（令）格式</source>
        <translation>Order (令)</translation>
    </message>
    <message>
        <source>纪要格式</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>不加盖印章</source>
        <translation>No seal</translation>
    </message>
    <message>
        <source>加盖印章</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>加盖签发人签名章</source>
        <translation>Signature stamp of the signatory</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>未核实</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>现行有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>已修改</source>
        <translation>Amended</translation>
    </message>
    <message>
        <source>已废止</source>
        <translation>Repealed</translation>
    </message>
    <message>
        <source>征求意见稿</source>
        <translation>For consultation</translation>
    </message>
    <message>
        <source>规定</source>
        <translation>required</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>usual</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>recommended</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>推算</source>
        <translation>derived</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Conforms</translation>
    </message>
    <message>
        <source>按版式</source>
        <translation>By page format</translation>
    </message>
    <message>
        <source>与惯例不同</source>
        <translation>Not as in practice</translation>
    </message>
    <message>
        <source>字体替代</source>
        <translation>Substitute font</translation>
    </message>
    <message>
        <source>未测量</source>
        <translation>Not measured</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>level of government</translation>
    </message>
    <message>
        <source>本地的机关</source>
        <translation>local organ</translation>
    </message>
    <message>
        <source>机关改名</source>
        <translation>organ renamed</translation>
    </message>
    <message>
        <source>机关名录里的写法</source>
        <translation>as in your list of organs</translation>
    </message>
    <message>
        <source>原条款已删除</source>
        <translation>Clause deleted</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>内部引用</source>
        <translation>References within</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>责任分工</source>
        <translation>Responsibility</translation>
    </message>
    <message>
        <source>量化指标</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>施行与有效期</source>
        <translation>Entry into force and validity</translation>
    </message>
    <message>
        <source>篇幅</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>加重负担的规定</source>
        <translation>Added burdens</translation>
    </message>
    <message>
        <source>公平竞争</source>
        <translation>Fair competition</translation>
    </message>
    <message>
        <source>合法性审核要看的地方</source>
        <translation>For legal review</translation>
    </message>
    <message>
        <source>用词</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>几个词用空格隔开，都要有，先后不论。</source>
        <translation>Words separated by spaces must all occur, in any order.</translation>
    </message>
    <message>
        <source>加半角引号，一字不差地找。</source>
        <translation>Straight quotes find words exactly as they stand.</translation>
    </message>
    <message>
        <source>词前加减号，不要这个词。</source>
        <translation>A minus before a word leaves it out.</translation>
    </message>
    <message>
        <source>竖线两边，有一个就行。</source>
        <translation>Either side of a bar is enough.</translation>
    </message>
    <message>
        <source>加条件：名称、半角或全角冒号、内容。几个内容用逗号隔开。</source>
        <translation>Conditions: name, colon, value. Several values are separated by commas.</translation>
    </message>
    <message>
        <source>成文日期的范围，也可以写 2023 或 &gt;2023。</source>
        <translation>A range of issue dates; 2023 or &gt;2023 are possible too.</translation>
    </message>
    <message>
        <source>也可以写一句话。</source>
        <translation>A sentence will do as well.</translation>
    </message>
    <message>
        <source>窗口和界面</source>
        <translation>Window and interface</translation>
    </message>
    <message>
        <source>Akoma Ntoso 文件</source>
        <translation>Akoma Ntoso files</translation>
    </message>
    <message>
        <source>读写 XML</source>
        <translation>Reading and writing XML</translation>
    </message>
    <message>
        <source>读写 .docx</source>
        <translation>Reading and writing .docx</translation>
    </message>
    <message>
        <source>读写 PDF</source>
        <translation>Reading and writing PDF</translation>
    </message>
    <message>
        <source>分词、比较、计算</source>
        <translation>Words, comparison, computing</translation>
    </message>
    <message>
        <source>图标</source>
        <translation>Icons</translation>
    </message>
    <message>
        <source>命令行、文件和设置</source>
        <translation>Command line, files and settings</translation>
    </message>
    <message>
        <source>{name}{tip}</source>
        <translation>{name}: {tip}</translation>
    </message>
    <message>
        <source>打开一份文稿，就能看出差别</source>
        <translation>Open a draft to see the differences</translation>
    </message>
    <message>
        <source>把光标放进文稿的一条里，就能看出差别。</source>
        <translation>Put the caret into a clause of the draft to see the differences.</translation>
    </message>
    <message>
        <source>这一条和本条的差别（D）</source>
        <translation>How this clause differs from the current one (D)</translation>
    </message>
    <message>
        <source>这一条的全文（D）</source>
        <translation>Full text of this clause (D)</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>选中的条款会显示在这里</source>
        <translation>The selected clause shows here</translation>
    </message>
    <message>
        <source>检索先例，选中一条，就能读到全文和出处，插入到文稿里。</source>
        <translation>Find precedents and choose one to read its text and source and to insert it into the draft.</translation>
    </message>
    <message>
        <source>收藏这次检索</source>
        <translation>Keep this search</translation>
    </message>
    <message>
        <source>先例检索和相似条款</source>
        <translation>Precedents and similar clauses</translation>
    </message>
    <message>
        <source>先例检索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>这一条取自的先例已经不在条款库里</source>
        <translation>The precedent of this clause is no longer in the library</translation>
    </message>
    <message>
        <source>不再收藏这次检索</source>
        <translation>This search is no longer kept</translation>
    </message>
    <message>
        <source>已收藏“{name}”</source>
        <translation>“{name}” kept</translation>
    </message>
    <message>
        <source>已收藏为“{name}”，点一下不再收藏</source>
        <translation>Kept as “{name}”; click to keep it no longer</translation>
    </message>
    <message>
        <source>”“</source>
        <translation>&quot;, &quot;</translation>
    </message>
    <message>
        <source>{heading}，{place}{alike}，{snippet}</source>
        <translation>{heading}, {place}{alike}, {snippet}</translation>
    </message>
    <message>
        <source>网页导语提到“{organs}”印发。</source>
        <translation>The web page says that &quot;{organs}&quot; issued it.</translation>
    </message>
    <message>
        <source>{column}“{cell}”</source>
        <translation>{column} &quot;{cell}&quot;</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>&quot;{words}&quot;</translation>
    </message>
    <message>
        <source>以前的检索没能读出来，为了不盖掉它们，这次的没有保存。请重新打开程序再试。</source>
        <translation>Past searches could not be read, so that this one was not saved over them. Open the program again and try once more.</translation>
    </message>
    <message>
        <source>版本历史读不出来：{reason}。</source>
        <translation>The version history cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>版本的名称读不出来：{reason}。</source>
        <translation>The names of versions cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>{draft}（任务分工、指标和来源）.docx</source>
        <translation>{draft} (tasks, targets, sources).docx</translation>
    </message>
    <message>
        <source>导出任务分工、指标和来源</source>
        <translation>Export tasks, targets and sources</translation>
    </message>
    <message>
        <source>任务分工</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>在条款里写上要达到的数量，如“到2027年培育企业30家”，就列在这里。</source>
        <translation>Write what is to be reached in a clause, such as 到2027年培育企业30家, and it is listed here.</translation>
    </message>
    <message>
        <source>来源说明</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>写上带编号的条款，它们的来源就列在这里。</source>
        <translation>Write numbered clauses, and their sources are listed here.</translation>
    </message>
    <message>
        <source>任务分工、指标和来源</source>
        <translation>Tasks, targets and sources</translation>
    </message>
    <message>
        <source>已复制 {count} 行</source>
        <translation>{count} row copied|{count} rows copied</translation>
    </message>
    <message>
        <source>复制选中的行</source>
        <translation>Copy selected rows</translation>
    </message>
    <message>
        <source>复制以后可以贴进表格（Ctrl+C）</source>
        <translation>Copied rows can be pasted into a table (Ctrl+C)</translation>
    </message>
    <message>
        <source>导出 Word 文件…</source>
        <translation>Export Word file…</translation>
    </message>
    <message>
        <source>把三张表写成一个 Word 文件（.docx）</source>
        <translation>Writes the three tables as one Word file (.docx)</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
    <message>
        <source>任务分工、指标和来源(&amp;R)…</source>
        <translation>Tasks, ta&amp;rgets and sources…</translation>
    </message>
    <message>
        <source>从正文取出三张表，跟着文稿变，可以导出 Word 文件</source>
        <translation>Three tables taken from the text that follow the draft and can be exported to Word</translation>
    </message>
    <message>
        <source>用“责任分工”给条款写上牵头单位和责任单位，就列在这里。</source>
        <translation>Give clauses their lead and responsible organs with &quot;Responsibility&quot;, and they are listed here.</translation>
    </message>
    <message>
        <source>正在读条款库…</source>
        <translation>Reading the library…</translation>
    </message>
    <message>
        <source>读完就列出来。</source>
        <translation>It is listed when that is done.</translation>
    </message>
    <message>
        <source>Qt, PySide6</source>
        <translation>Qt, PySide6</translation>
    </message>
    <message>
        <source>cobalt</source>
        <translation>cobalt</translation>
    </message>
    <message>
        <source>lxml</source>
        <translation>lxml</translation>
    </message>
    <message>
        <source>python-docx</source>
        <translation>python-docx</translation>
    </message>
    <message>
        <source>pypdf、pypdfium2（PDFium）</source>
        <translation>pypdf, pypdfium2 (PDFium)</translation>
    </message>
    <message>
        <source>Whoosh</source>
        <translation>Whoosh</translation>
    </message>
    <message>
        <source>rjieba、rapidfuzz、NumPy</source>
        <translation>rjieba, rapidfuzz, NumPy</translation>
    </message>
    <message>
        <source>Jinja2</source>
        <translation>Jinja2</translation>
    </message>
    <message>
        <source>QtAwesome、Phosphor 图标</source>
        <translation>QtAwesome, Phosphor icons</translation>
    </message>
    <message>
        <source>click、platformdirs、filelock、cachetools、tomli、tomli-w</source>
        <translation>click, platformdirs, filelock, cachetools, tomli, tomli-w</translation>
    </message>
    <message>
        <source>东西放在哪里，备份留多久，浅色还是深色，界面语言</source>
        <translation>Where things are, how long backups are kept, light or dark, language</translation>
    </message>
    <message>
        <source>责任分工(&amp;G)…</source>
        <translation>Responsibilit&amp;y…</translation>
    </message>
    <message>
        <source>写明光标所在的条款由谁牵头、由谁负责</source>
        <translation>Say who leads and who is responsible for the current clause</translation>
    </message>
    <message>
        <source>把光标放到一条条款里，再写责任分工</source>
        <translation>Put the caret into a clause first to write its responsibility</translation>
    </message>
    <message>
        <source>{clause}的责任分工改好了，Ctrl+Z 撤销</source>
        <translation>The responsibility of {clause} has been written, Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>写进条款</source>
        <translation>Write into the clause</translation>
    </message>
    <message>
        <source>写成这样：</source>
        <translation>It will read:</translation>
    </message>
    <message>
        <source>原来的责任分工会删去。</source>
        <translation>The note of responsibility will be removed.</translation>
    </message>
    <message>
        <source>还没有写单位。</source>
        <translation>No organ has been named yet.</translation>
    </message>
    <message>
        <source>删去责任分工</source>
        <translation>Remove responsibility</translation>
    </message>
    <message>
        <source>几个单位用顿号隔开</source>
        <translation>Several organs with 、 between them</translation>
    </message>
    <message>
        <source>输入几个字或拼音首字母，按 ↓ 选机关名录里的单位</source>
        <translation>Type some characters or pinyin initials and press ↓ to choose from the register</translation>
    </message>
    <message>
        <source>机关名录里的单位</source>
        <translation>Organs in the register</translation>
    </message>
    <message>
        <source>把光标放到正文里，再插入引用</source>
        <translation>Put the caret into the text first to insert a reference</translation>
    </message>
    <message>
        <source>插入引用</source>
        <translation>Insert reference</translation>
    </message>
    <message>
        <source>已插入“{words}”，编号变了它跟着变，Ctrl+Z 撤销</source>
        <translation>Inserted “{words}”, which changes when the number does; Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>要引用的条款</source>
        <translation>Clause to refer to</translation>
    </message>
    <message>
        <source>编号、条标里的字或拼音首字母</source>
        <translation>Number, words of the heading or pinyin initials</translation>
    </message>
    <message>
        <source>输入编号、条标里的字或拼音首字母，按 ↑↓ 选，按 Enter 插入</source>
        <translation>Type a number, words of the heading or pinyin initials, choose with ↑↓ and insert with Enter</translation>
    </message>
    <message>
        <source>插入到光标那里（Enter），可以撤销</source>
        <translation>Insert at the caret (Enter); this can be undone</translation>
    </message>
    <message>
        <source>文稿里没有这样的条款。</source>
        <translation>The draft has no such clause.</translation>
    </message>
    <message>
        <source>光标这里写不出只指这一条的引用。光标不要在书名号、引号或别的引用里；没有编号的段落也引不了。</source>
        <translation>No words here mean this clause alone. The caret must not be within a title, a quotation or another reference; paragraphs without number cannot be referred to.</translation>
    </message>
    <message>
        <source>写成：{words}</source>
        <translation>It will read: {words}</translation>
    </message>
    <message>
        <source>文稿的条款</source>
        <translation>Clauses of the draft</translation>
    </message>
    <message>
        <source>不插入（Esc）</source>
        <translation>Insert nothing (Esc)</translation>
    </message>
    <message>
        <source>插入引用(&amp;Y)…</source>
        <translation>Insert referenc&amp;e…</translation>
    </message>
    <message>
        <source>在光标那里写上另一条的编号，编号变了它跟着变</source>
        <translation>Write the number of another clause at the caret; it changes when that number does</translation>
    </message>
    <message>
        <source>来源的颜色：{names}</source>
        <translation>Colours of sources: {names}</translation>
    </message>
    <message>
        <source>自撰</source>
        <translation>Own words</translation>
    </message>
    <message>
        <source>展开或折起大纲</source>
        <translation>Unfold or fold the outline</translation>
    </message>
    <message>
        <source>全部展开(&amp;E)</source>
        <translation>&amp;Expand all</translation>
    </message>
    <message>
        <source>全部折起(&amp;C)</source>
        <translation>&amp;Collapse all</translation>
    </message>
    <message>
        <source>还没有标题</source>
        <translation>No title yet</translation>
    </message>
    <message>
        <source>责任分工(&amp;F)…</source>
        <translation>Responsib&amp;ility…</translation>
    </message>
    <message>
        <source>插入引用(&amp;E)…</source>
        <translation>Insert re&amp;ference…</translation>
    </message>
</context>
</TS>
