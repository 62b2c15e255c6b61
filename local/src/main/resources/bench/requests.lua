-- Many callers, one after the other: each line of the file is the access token of one.
local requests = {}
local last = 0

function init(arguments)
    for token in io.lines("@TOKENS@") do
        requests[#requests + 1] =
            wrk.format("GET", "/api/v1/products/p-1", { ["Authorization"] = "Bearer " .. token })
    end
end

function request()
    last = last % #requests + 1
    return requests[last]
end
